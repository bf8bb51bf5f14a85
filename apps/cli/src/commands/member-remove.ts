import { removeMember } from '@ringfence/platform/members';
import type { Command } from 'commander';
import { readUuid } from '../read-uuid.ts';
import { type CommandOptions, runOnMigrated } from '../run-command.ts';
import { inOrganization } from '../service-tenancy.ts';
import type { Terminal } from '../terminal.ts';

interface MemberRemoveOptions extends CommandOptions {
  readonly org: string;
  readonly user: string;
}

/** `member remove`: ends a membership; the user's next request is refused. */
export function memberRemove(member: Command, terminal: Terminal): void {
  member
    .command('remove')
    .description('end a membership at once')
    .requiredOption('--org <id>', 'the organisation', readUuid)
    .requiredOption('--user <id>', 'whose', readUuid)
    .option('--json', 'print {"userId"}')
    .action((options: MemberRemoveOptions) =>
      runOnMigrated(terminal, options, async (installation) => {
        const userId = options.user;
        await inOrganization(installation, options.org, 'member remove, from the command line', (db) => removeMember(db, { userId }));
        return { document: { userId }, lines: ['The membership has ended.'] };
      }),
    );
}
