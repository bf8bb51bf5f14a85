import { listOrganizations } from '@ringfence/platform/organizations';
import type { Command } from 'commander';
import { type CommandOptions, runOnMigrated } from '../run-command.ts';
import { withService } from '../service-tenancy.ts';
import type { Terminal } from '../terminal.ts';

/** `org list`: the organisations that live, oldest first. */
export function orgList(org: Command, terminal: Terminal): void {
  org
    .command('list')
    .description('list the organisations')
    .option('--json', 'print [{"orgId","name","timeZone"}]')
    .action((options: CommandOptions) =>
      runOnMigrated(terminal, options, async (installation) => {
        const organizations = await withService(installation, listOrganizations);
        const lines = organizations.map(({ orgId, name, timeZone }) => `${orgId}  ${name}  (${timeZone})`);
        return { document: organizations, lines: lines.length > 0 ? lines : ['There are no organisations yet.'] };
      }),
    );
}
