import type { Command } from 'commander';
import { type CommandOptions, runOnMigrated } from '../run-command.ts';
import type { Terminal } from '../terminal.ts';
import { withIdentity } from '../with-identity.ts';

/** `member legacy`: who still comes in by `user_metadata.org_id`, so that an operator sees when that can go. */
export function memberLegacy(member: Command, terminal: Terminal): void {
  member
    .command('legacy')
    .description('list members whose tokens named their organisation in user_metadata, the newest use first')
    .option('--json', 'print [{"orgId","userId","email","issuer","uses","firstUsedAt","lastUsedAt"}]')
    .action((options: CommandOptions) =>
      runOnMigrated(terminal, options, async (installation) => {
        const claims = await withIdentity(installation, (identity) => identity.listLegacyClaims());
        const lines = claims.map(
          ({ orgId, userId, email, issuer, uses, lastUsedAt }) =>
            `${lastUsedAt.toISOString()}  ${uses} times  organisation ${orgId}  ${email ?? userId}  ${issuer}`,
        );
        return { document: claims, lines: lines.length > 0 ? lines : ['Nobody came in by user_metadata.org_id.'] };
      }),
    );
}
