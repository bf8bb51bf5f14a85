import { NotAdmitted, NotFound } from '@ringfence/domain';
import { withinTenant } from '@ringfence/platform/across-tenants';
import { rebuildOrganization, type RebuildReport } from '@ringfence/platform/rebuild';
import { rereadMessage } from '@ringfence/telephony';
import type { Command } from 'commander';
import { readUuid } from '../read-uuid.ts';
import { rebuildLines } from '../rebuild-lines.ts';
import { type CommandOptions, runOnMigrated } from '../run-command.ts';
import { withService } from '../service-tenancy.ts';
import type { Terminal } from '../terminal.ts';

interface RebuildOptions extends CommandOptions {
  readonly org: string;
  readonly apply?: boolean;
}

const LIMIT_MS = 6 * 3_600_000;

/** `rebuild`: calls anew from the messages that providers sent. Shows first what would change. */
export function rebuild(program: Command, terminal: Terminal): void {
  program
    .command('rebuild')
    .description('derive calls, legs and recordings anew from the messages that were kept, and show what would change')
    .requiredOption('--org <id>', 'the organisation', readUuid)
    .option('--apply', 'change it')
    .option('--json', 'print {"applied","events","calls","legs","recordings","transcripts","changes"}')
    .action(async ({ org, apply, json }: RebuildOptions) => {
      const mode = apply === true ? 'apply' : 'show';
      await runOnMigrated(terminal, { json: json === true }, async (installation) => {
        const report: RebuildReport = await withService(installation, (service) =>
          withinTenant(service, { reason: `rebuild (${mode}), from the command line`, orgId: org, forMs: LIMIT_MS }, (tenant) =>
            rebuildOrganization({ tenant, reread: rereadMessage, mode }),
          ),
        ).catch(refused);
        return { document: report, lines: rebuildLines(report) };
      });
    });
}

/** The operator belongs everywhere, so that only an organisation that isn't there refuses them. */
function refused(error: unknown): never {
  if (error instanceof NotAdmitted) throw new NotFound('organisation');
  throw error;
}
