import { readFile } from 'node:fs/promises';
import { plainName } from '../install/sql-text.ts';
import { asOwner } from './as-owner.ts';
import { migrateQueue } from './migrate-queue.ts';

const QUEUE_SQL = new URL('../../sql/queue/queue.sql', import.meta.url);

export interface InstallQueueOptions {
  /** An address of who may become the owner, without a pooler. */
  readonly connectionString: string;
  readonly owner: string;
  /** The log-in that `runTenantWorker` is given. */
  readonly worker: string;
  /** The log-ins that may put a job into the queue, by `public.enqueue_job`, for the tenant that they entered. */
  readonly enqueuing: readonly string[];
}

/** Makes the queue, and lets the worker's log-in run it without owning it. Goes after `installTenancy`; safe to run twice. */
export async function installQueue({ connectionString, owner, worker, enqueuing }: InstallQueueOptions): Promise<void> {
  await migrateQueue(connectionString, plainName(owner));
  const sql = await readFile(QUEUE_SQL, 'utf8');
  const entering = enqueuing.map((name) => plainName(name)).join(', ');
  await asOwner(connectionString, owner, (pool) =>
    pool.query(`select pg_advisory_xact_lock(hashtextextended('tenancy queue', 0)); ${sql} ${grants(plainName(worker))}
      grant execute on function public.enqueue_job(text, jsonb, integer, text, timestamptz) to ${entering};`),
  );
}

/** The queue's tables have row-level security without a policy: with grants alone a worker starts, does nothing and says nothing. */
function grants(worker: string): string {
  return `
    grant select, insert, update, delete on public.worker_heartbeats to ${worker};
    grant select, insert, update on public.job_outcomes to ${worker};
    grant execute on function public.enqueue_tick(text, timestamptz, text, jsonb, integer, text) to ${worker};
    grant usage on schema graphile_worker to ${worker};
    grant execute on all functions in schema graphile_worker to ${worker};
    grant usage, select on all sequences in schema graphile_worker to ${worker};
    do $$
    declare
      name text;
    begin
      for name in select relname from pg_class
        where relnamespace = 'graphile_worker'::regnamespace and relkind in ('r', 'v')
      loop
        execute format('grant select, insert, update, delete on graphile_worker.%I to ${worker}', name);
        if name like '\\_private\\_%' and not exists (
            select from pg_policies where schemaname = 'graphile_worker' and tablename = name and policyname = '${worker}_all') then
          execute format('create policy ${worker}_all on graphile_worker.%I for all to ${worker} using (true) with check (true)', name);
        end if;
      end loop;
    end $$;`;
}
