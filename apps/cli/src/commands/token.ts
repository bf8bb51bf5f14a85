import type { Command } from 'commander';
import { readDuration } from '../read-duration.ts';
import { readUuid } from '../read-uuid.ts';
import { type CommandOptions, runOnMigrated } from '../run-command.ts';
import type { Terminal } from '../terminal.ts';
import { withIdentity } from '../with-identity.ts';

const ONE_HOUR_SECONDS = 3600;

interface TokenOptions extends CommandOptions {
  readonly org: string;
  readonly user: string;
  readonly ttl: number;
}

/** `token`: a signed bearer token. Whether the user is a member is looked up when it is used. */
export function token(program: Command, terminal: Terminal): void {
  program
    .command('token')
    .description('sign a bearer token')
    .requiredOption('--org <id>', 'the organisation', readUuid)
    .requiredOption('--user <id>', 'the user', readUuid)
    .option('--ttl <time>', 'how long it is good: 90s, 15m, 1h, 7d (default: 1h)', readDuration, ONE_HOUR_SECONDS)
    .option('--json', 'print {"token"}')
    .action((options: TokenOptions) =>
      runOnMigrated(terminal, options, async (installation) => {
        const signed = await withIdentity(installation, (identity) =>
          identity.signToken({ userId: options.user, orgId: options.org, ttlSeconds: options.ttl }),
        );
        return { document: { token: signed }, lines: [signed] };
      }),
    );
}
