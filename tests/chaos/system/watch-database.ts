import type { ChaosDatabase } from './start-chaos-database.ts';

/** What happened to a job: a worker took it, lost or gave it back, or it left the queue. */
export interface QueueEvent {
  readonly jobId: string;
  readonly kind: 'taken' | 'back' | 'gone';
  /** The worker's pool. */
  readonly poolId: string | null;
  readonly orgId: string;
  readonly task: string;
  readonly queuedAt: Date;
  readonly at: Date;
}

/** What was seen from inside the database: whatever workers say of themselves needn't be believed. */
export interface Watch {
  queueEvents(orgIds: readonly string[]): Promise<QueueEvent[]>;
  /** How many recordings were stored more than once. */
  countStoredTwice(orgIds: readonly string[]): Promise<number>;
}

const NOTES = `
  create schema chaos;
  create table chaos.queue_events (
    id bigint generated always as identity primary key, job_id bigint not null, kind text not null, pool_id text,
    org_id text not null, task_id integer not null, queued_at timestamptz not null, at timestamptz not null default clock_timestamp());
  create table chaos.storings (org_id uuid not null, recording_id uuid not null);
  create function chaos.note_job() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
  declare
    job graphile_worker._private_jobs := coalesce(new, old);
    kind text := case
      when tg_op = 'DELETE' then 'gone'
      when new.locked_at is not null and new.locked_at is distinct from old.locked_at then 'taken'
      when new.locked_at is null and old.locked_at is not null then 'back' end;
  begin
    if kind is not null then
      insert into chaos.queue_events (job_id, kind, pool_id, org_id, task_id, queued_at)
        values (job.id, kind, coalesce(job.locked_by, old.locked_by), coalesce(job.payload ->> 'orgId', ''), job.task_id, job.created_at);
    end if;
    return null;
  end $$;
  create trigger note_job after update or delete on graphile_worker._private_jobs for each row execute function chaos.note_job();
  create function chaos.note_storing() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
  begin
    insert into chaos.storings values (new.org_id, new.id);
    return null;
  end $$;
  create trigger note_storing after update on public.recordings for each row
    when (new.status = 'stored' and old.status <> 'stored') execute function chaos.note_storing();`;

const EVENTS = `
  select event.job_id::text as "jobId", event.kind, event.pool_id as "poolId", event.org_id as "orgId", task.identifier as task,
    event.queued_at as "queuedAt", event.at
  from chaos.queue_events event join graphile_worker._private_tasks task on task.id = event.task_id
  where event.org_id = any ($1) order by event.id`;

const STORED_TWICE = `
  select count(*)::int as count from (
    select from chaos.storings where org_id = any ($1::uuid[]) group by recording_id having count(*) > 1) twice`;

/** Has the database note what happens in it, from now on. */
export async function watchDatabase({ query }: ChaosDatabase): Promise<Watch> {
  await query(NOTES);
  return {
    queueEvents: (orgIds) => query<QueueEvent>(EVENTS, [orgIds]),
    async countStoredTwice(orgIds) {
      return (await query<{ count: number }>(STORED_TWICE, [orgIds]))[0]?.count ?? 0;
    },
  };
}
