import { listQueueTotals } from '@ringfence/platform/jobs';
import type { Command } from 'commander';
import { type CommandOptions, runOnMigrated } from '../run-command.ts';
import { withService } from '../service-tenancy.ts';
import type { Terminal } from '../terminal.ts';
import { textTable } from '../text-table.ts';

const TITLES = ['organisation', 'id', 'waiting', 'running', 'failed', 'quarantined', 'oldest due'];

/** `jobs list`: how much waits, runs and failed of each organisation. */
export function jobsList(jobs: Command, terminal: Terminal): void {
  jobs
    .command('list')
    .description('what waits, runs and failed, by organisation')
    .option('--json', 'print [{"orgId","name","totals":{"waiting","running","failed","quarantined"},"oldestWaitingSeconds"}]')
    .action((options: CommandOptions) =>
      runOnMigrated(terminal, options, async (installation) => {
        const queues = await withService(installation, listQueueTotals);
        const rows = queues.map(({ orgId, name, totals, oldestWaitingSeconds }) => [
          name,
          orgId,
          ...[totals.waiting, totals.running, totals.failed, totals.quarantined].map(String),
          `${oldestWaitingSeconds} s`,
        ]);
        return { document: queues, lines: rows.length > 0 ? textTable([TITLES, ...rows]) : ['There are no organisations yet.'] };
      }),
    );
}
