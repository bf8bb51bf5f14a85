-- The queue as people see it. No log-in may read this: the functions below do, each for the one tenant that its transaction entered.
create view ringfence.queued_jobs with (security_invoker = true) as
  select j.id as number, j.payload ->> 'orgId' as org_id, j.payload ->> 'jobId' as job_id, t.identifier as task, j.is_available,
    case
      when j.locked_at is not null then 'running'
      when j.is_available then 'waiting'
      when j.flags ? 'quarantined' then 'quarantined'
      else 'failed'
    end as state,
    j.attempts::integer, coalesce((j.flags ->> 'maxAttempts')::integer, j.max_attempts) as max_attempts,
    coalesce((j.flags ->> 'crashes')::integer, 0) as crashes,
    j.run_at, j.last_error, j.created_at,
    extract(epoch from clock_timestamp() - greatest(j.run_at, j.created_at))::double precision as seconds_due
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id;
comment on view ringfence.queued_jobs is 'Jobs of every organisation: for the definer functions of the queue alone.';

create function public.list_jobs(only_state text, before uuid, most integer)
returns table (id uuid, task text, state text, attempts integer, max_attempts integer, run_at timestamptz, last_error text, created_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select page.job_id::uuid, page.task, page.state, page.attempts, page.max_attempts, page.run_at, page.last_error, page.created_at
  from (
    (select * from ringfence.queued_jobs q
     where q.org_id = (select public.auth_org_id())::text and q.is_available and q.job_id < coalesce(before::text, 'g')
       and coalesce(only_state, 'waiting') = 'waiting'
     order by q.job_id desc limit least(most, 500))
    union all
    (select * from ringfence.queued_jobs q
     where q.org_id = (select public.auth_org_id())::text and not q.is_available and q.job_id < coalesce(before::text, 'g')
       and coalesce(only_state, q.state) = q.state
     order by q.job_id desc limit least(most, 500))
  ) page
  order by page.job_id desc limit least(most, 500)
$$;
comment on function public.list_jobs(text, uuid, integer) is
  'Definer, because no role that serves requests may read the queue''s tables; the tenant is the transaction''s own. Newest first; no payload.';

create function public.count_jobs() returns table (state text, jobs bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select q.state, count(*) from ringfence.queued_jobs q where q.org_id = (select public.auth_org_id())::text group by q.state
$$;
comment on function public.count_jobs() is 'Definer, as list_jobs is; the tenant is the transaction''s own.';

-- Whoever may not write jobs is refused here too (jobs.write). A running job is told of, and left alone.
create function public.take_job(job_id uuid) returns graphile_worker._private_jobs
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  tenant text := public.auth_org_id()::text;
  found_job graphile_worker._private_jobs;
begin
  if tenant is null or not coalesce(public.auth_role() = any ('{owner,admin,agent,operator}'::text[]), false) then
    raise exception 'this role may not change jobs' using errcode = '42501';
  end if;
  select * into found_job from graphile_worker._private_jobs j
    where (j.payload ->> 'orgId') = tenant and j.is_available in (true, false) and (j.payload ->> 'jobId') = take_job.job_id::text
    for update;
  return found_job;
end $$;
comment on function public.take_job(uuid) is 'Definer, for the two functions below alone: one job of the transaction''s own tenant, locked.';

create function public.retry_job(job_id uuid) returns table (task text, payload jsonb, is_running boolean)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  job graphile_worker._private_jobs := public.take_job(job_id);
begin
  if job.id is null then return; end if;
  if job.locked_at is null then
    update graphile_worker._private_jobs j set run_at = now(), updated_at = now(),
        attempts = case when job.is_available then job.attempts else 0 end,
        max_attempts = coalesce((job.flags ->> 'maxAttempts')::smallint, job.max_attempts),
        flags = case when job.is_available then job.flags else job.flags - '{maxAttempts,quarantined,suspect,crashes}'::text[] end
      where j.id = job.id;
    perform pg_notify('jobs:insert', json_build_object('r', random(), 'count', 1)::text);
  end if;
  return query select t.identifier, job.payload::jsonb, job.locked_at is not null from graphile_worker._private_tasks t where t.id = job.task_id;
end $$;
comment on function public.retry_job(uuid) is
  'Definer, as list_jobs is; the tenant is the transaction''s own. Lets a job run now, one that had failed or was set aside with all its attempts anew.';

create function public.cancel_job(job_id uuid) returns table (task text, payload jsonb, is_running boolean)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  job graphile_worker._private_jobs := public.take_job(job_id);
begin
  if job.id is null then return; end if;
  if job.locked_at is null then delete from graphile_worker._private_jobs j where j.id = job.id; end if;
  return query select t.identifier, job.payload::jsonb, job.locked_at is not null from graphile_worker._private_tasks t where t.id = job.task_id;
end $$;
comment on function public.cancel_job(uuid) is 'Definer, as list_jobs is; the tenant is the transaction''s own. Removes a job that doesn''t run.';

-- For those who run the installation: counts for its metrics without a word of whose, and whose by the operator's own log-in.
create function public.measure_queue() returns table (state text, jobs bigint, oldest_seconds double precision)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case when q.state = 'waiting' and q.seconds_due < 0 then 'delayed' else q.state end as place, count(*), greatest(max(q.seconds_due), 0)
  from ringfence.queued_jobs q group by place
$$;
comment on function public.measure_queue() is 'Definer, because metrics count the jobs of all organisations together; gives counts and ages alone.';

create function public.count_jobs_by_organization() returns table (org_id uuid, state text, jobs bigint, oldest_seconds double precision)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select q.org_id::uuid, q.state, count(*), greatest(max(q.seconds_due), 0)
  from ringfence.queued_jobs q where q.org_id is not null group by q.org_id, q.state
$$;
comment on function public.count_jobs_by_organization() is 'Definer, for ringfence_service alone: how much waits, runs and failed of whom.';

create function public.list_quarantined_jobs()
returns table (org_id uuid, id uuid, task text, crashes integer, last_error text, created_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select q.org_id::uuid, q.job_id::uuid, q.task, q.crashes, q.last_error, q.created_at
  from ringfence.queued_jobs q where q.state = 'quarantined' and q.job_id is not null order by q.job_id
$$;
comment on function public.list_quarantined_jobs() is 'Definer, for ringfence_service alone: the jobs that took workers down, without their payloads.';

do $$
declare
  function regprocedure;
begin
  foreach function in array array[
    'public.list_jobs(text, uuid, integer)', 'public.count_jobs()', 'public.take_job(uuid)', 'public.retry_job(uuid)', 'public.cancel_job(uuid)',
    'public.measure_queue()', 'public.count_jobs_by_organization()', 'public.list_quarantined_jobs()']::regprocedure[]
  loop
    execute format('revoke execute on function %s from public', function);
  end loop;
end $$;
grant execute on function public.list_jobs(text, uuid, integer), public.count_jobs() to ringfence_app, ringfence_service;
grant execute on function public.retry_job(uuid), public.cancel_job(uuid) to ringfence_app, ringfence_service;
grant execute on function public.measure_queue() to ringfence_app;
grant execute on function public.count_jobs_by_organization(), public.list_quarantined_jobs() to ringfence_service;
