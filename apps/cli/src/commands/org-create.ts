import { CreateOrganization } from '@ringfence/domain/organizations';
import { createOrganization } from '@ringfence/platform/organizations';
import type { Command } from 'commander';
import { checkedInput } from '../checked-input.ts';
import { type CommandOptions, runOnMigrated } from '../run-command.ts';
import { withService } from '../service-tenancy.ts';
import type { Terminal } from '../terminal.ts';

interface OrgCreateOptions extends CommandOptions {
  readonly timeZone?: string;
}

/** `org create NAME`: an organisation without members. */
export function orgCreate(org: Command, terminal: Terminal): void {
  org
    .command('create')
    .description('make an organisation')
    .argument('<name>', 'what it is called')
    .option('--time-zone <zone>', 'IANA time zone of its days and hours (default: UTC)')
    .option('--json', 'print {"orgId"}')
    .action(async (name: string, options: OrgCreateOptions) => {
      const input = checkedInput(CreateOrganization, { name, timeZone: options.timeZone });
      await runOnMigrated(terminal, options, async (installation) => {
        const { orgId } = await withService(installation, (service) => createOrganization(service, input, null));
        return { document: { orgId }, lines: [orgId] };
      });
    });
}
