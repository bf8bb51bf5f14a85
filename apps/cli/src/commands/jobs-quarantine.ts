import { listQuarantinedJobs } from '@ringfence/platform/jobs';
import type { Command } from 'commander';
import { type CommandOptions, runOnMigrated } from '../run-command.ts';
import { withService } from '../service-tenancy.ts';
import type { Terminal } from '../terminal.ts';
import { textTable } from '../text-table.ts';

const TITLES = ['organisation', 'job', 'task', 'workers lost', 'queued'];

/** `jobs quarantine`: the jobs that were set aside because workers were lost while they ran them. `jobs retry` lets one go on. */
export function jobsQuarantine(jobs: Command, terminal: Terminal): void {
  jobs
    .command('quarantine')
    .description('jobs set aside because they took workers down')
    .option('--json', 'print [{"orgId","id","task","crashes","createdAt"}]')
    .action((options: CommandOptions) =>
      runOnMigrated(terminal, options, async (installation) => {
        const quarantined = await withService(installation, listQuarantinedJobs);
        const rows = quarantined.map(({ orgId, id, task, crashes, createdAt }) => [
          orgId,
          id,
          task,
          String(crashes),
          createdAt.toISOString(),
        ]);
        return { document: quarantined, lines: rows.length > 0 ? textTable([TITLES, ...rows]) : ['No job is set aside.'] };
      }),
    );
}
