import { retryJob } from '@ringfence/platform/jobs';
import type { Command } from 'commander';
import { readUuid } from '../read-uuid.ts';
import { type CommandOptions, runOnMigrated } from '../run-command.ts';
import { inOrganization } from '../service-tenancy.ts';
import type { Terminal } from '../terminal.ts';

interface JobsRetryOptions extends CommandOptions {
  readonly org: string;
  readonly id: string;
}

/** `jobs retry`: lets a job run now, one that failed or was set aside with all its attempts anew. */
export function jobsRetry(jobs: Command, terminal: Terminal): void {
  jobs
    .command('retry')
    .description('let a job run now, also one that was set aside')
    .requiredOption('--org <id>', 'the organisation', readUuid)
    .requiredOption('--id <id>', 'the job', readUuid)
    .option('--json', 'print {"id"}')
    .action((options: JobsRetryOptions) =>
      runOnMigrated(terminal, options, async (installation) => {
        const { id } = options;
        await inOrganization(installation, options.org, 'jobs retry, from the command line', (db) => retryJob(db, { id }));
        return { document: { id }, lines: ['The job runs again.'] };
      }),
    );
}
