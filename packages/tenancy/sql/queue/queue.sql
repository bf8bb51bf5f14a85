-- What tenant workers need beside graphile-worker's own tables. Written to be run again: it isn't recorded anywhere.
create table if not exists public.worker_heartbeats (
  pool_id text primary key,
  seen_at timestamptz not null default now()
);
comment on table public.worker_heartbeats is 'Belongs to no tenant: which worker pools live. The jobs of a silent one are given back.';

create index if not exists idx_jobs_org_available on graphile_worker._private_jobs
  ((payload ->> 'orgId'), is_available, (payload ->> 'jobId'));
create index if not exists idx_jobs_locked_by on graphile_worker._private_jobs (locked_by) where locked_at is not null;

-- The one way into the queue. Stamped here, whatever the payload says: the organisation, and an id that tells nobody how many jobs the
-- others have. The rule of fairness: a job ranks behind as many of others' next jobs as its own organisation has waiting, up to a hundred.
drop function if exists public.enqueue_job(text, jsonb, integer, text);
create or replace function public.enqueue_job(task text, payload jsonb, max_attempts integer, key text, run_at timestamptz default null) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  tenant uuid := public.auth_org_id();
  job_id uuid := encode(set_bit(set_bit(
    overlay(uuid_send(gen_random_uuid())
      placing substring(int8send(floor(extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6),
    52, 1), 53, 1), 'hex')::uuid;
  waiting bigint;
begin
  if tenant is null then
    raise exception 'a job needs a tenant' using errcode = '42501';
  end if;
  select count(*) into waiting from (
    select from graphile_worker._private_jobs j
    where (j.payload ->> 'orgId') = tenant::text and j.is_available limit 100) own;
  perform graphile_worker.add_job(
    identifier => enqueue_job.task,
    payload => (enqueue_job.payload || jsonb_build_object('orgId', tenant, 'jobId', job_id))::json,
    run_at => enqueue_job.run_at,
    max_attempts => enqueue_job.max_attempts,
    job_key => concat_ws(':', tenant, enqueue_job.task, enqueue_job.key),
    priority => waiting::integer,
    flags => array['org:' || tenant]);
  return job_id;
end $$;
comment on function public.enqueue_job(text, jsonb, integer, text, timestamptz) is
  'Definer, because no role that serves requests may touch the queue''s tables; the tenant is the transaction''s own.';
revoke execute on function public.enqueue_job(text, jsonb, integer, text, timestamptz) from public;
-- The count of what an organisation has waiting ends at a hundred, so it must go along its index and never gather a flood first.
alter function public.enqueue_job(text, jsonb, integer, text, timestamptz) set enable_bitmapscan = off;
alter function public.enqueue_job(text, jsonb, integer, text, timestamptz) set enable_seqscan = off;

do $$
begin
  if to_regclass('public.job_ticks') is not null then return; end if;
  create table public.job_ticks (
    org_id     uuid not null,
    id         uuid not null default gen_random_uuid(),
    schedule   text not null check (length(schedule) <= 100),
    tick       timestamptz not null,
    created_at timestamptz not null default now(),
    primary key (org_id, id),
    unique (org_id, schedule, tick)
  );
  comment on table public.job_ticks is 'Which schedule gave an organisation its job for which tick: whoever comes second finds the row and queues nothing.';
  call tenancy.protect_table('public.job_ticks');
end $$;

-- The tick's row and its job, or neither; ticks that nobody could run any more are forgotten.
create or replace function public.enqueue_tick(schedule text, tick timestamptz, task text, payload jsonb, max_attempts integer, key text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  tenant uuid := public.auth_org_id();
begin
  insert into public.job_ticks (org_id, schedule, tick) values (tenant, enqueue_tick.schedule, enqueue_tick.tick)
    on conflict do nothing;
  if not found then return false; end if;
  delete from public.job_ticks t
    where t.org_id = tenant and t.schedule = enqueue_tick.schedule and t.tick < enqueue_tick.tick - interval '7 days';
  perform public.enqueue_job(enqueue_tick.task, enqueue_tick.payload, enqueue_tick.max_attempts, enqueue_tick.key);
  return true;
end $$;
comment on function public.enqueue_tick(text, timestamptz, text, jsonb, integer, text) is
  'Definer, as enqueue_job is; the tenant is the transaction''s own. False when the organisation had its job for this tick already.';
revoke execute on function public.enqueue_tick(text, timestamptz, text, jsonb, integer, text) from public;

-- Workers answer no questions of a monitor themselves: how jobs ended they add up here, for a server to tell.
create table if not exists public.job_outcomes (
  job     text not null check (length(job) <= 100),
  outcome text not null check (length(outcome) <= 40),
  reason  text not null default '' check (length(reason) <= 60),
  count   bigint not null,
  primary key (job, outcome, reason)
);
comment on table public.job_outcomes is 'Belongs to no tenant: how often jobs of a name ended in which way, and why, of all organisations together.';
