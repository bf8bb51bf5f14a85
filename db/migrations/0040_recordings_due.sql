set local lock_timeout = '2s';
-- Nobody rings for half an hour, and no provider lets a call go on for longer than five hours unasked (Twilio's own limit is four).
create function public.is_end_overdue(status text, started_at timestamptz, as_of timestamptz) returns boolean
language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select case status
    when 'ringing' then started_at < as_of - interval '30 minutes'
    when 'in-progress' then started_at < as_of - interval '5 hours'
    else false end
$$;
comment on function public.is_end_overdue(text, timestamptz, timestamptz) is
  'Whether a call''s end should have been told long ago. Pure: reads nothing.';

create function public.is_lease_stale(status text, lease_until timestamptz, as_of timestamptz) returns boolean
language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select status = 'processing' and lease_until < as_of - interval '1 minute'
$$;
comment on function public.is_lease_stale(text, timestamptz, timestamptz) is
  'Whether a recording''s worker is lost, and the queue should have given it to another by now. Pure: reads nothing.';

-- What lies stale, and what may be tried anew: for the schedules, ids of organisations and nothing of theirs.
grant select (org_id, status, lease_until, retry_at) on public.recordings to ringfence_lookup;
grant select (org_id, status, started_at) on public.calls to ringfence_lookup;
grant execute on function public.is_end_overdue(text, timestamptz, timestamptz), public.is_lease_stale(text, timestamptz, timestamptz)
  to ringfence_worker, ringfence_lookup;

create function public.find_stale_due(as_of timestamptz) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select o.org_id from public.organizations o
  where o.closed_at is null and o.org_id in (
    select r.org_id from public.recordings r
    where r.status = 'processing' and r.lease_until < as_of and public.is_lease_stale(r.status, r.lease_until, as_of)
    union all
    select c.org_id from public.calls c
    where c.status in ('ringing', 'in-progress') and c.started_at < as_of and public.is_end_overdue(c.status, c.started_at, as_of))
$$;
comment on function public.find_stale_due(timestamptz) is
  'Definer of ringfence_lookup, for the worker''s schedule: organisations with recordings or calls that nobody ended. Ids alone, by two indexes of the few rows that run.';

create function public.find_upload_retries_due(as_of timestamptz) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select o.org_id from public.organizations o
  where o.closed_at is null and o.org_id in (select r.org_id from public.recordings r where r.retry_at <= as_of)
$$;
comment on function public.find_upload_retries_due(timestamptz) is
  'Definer of ringfence_lookup, for the worker''s schedule: organisations with failed recordings whose rest is over. Ids alone, by an index of those that rest.';

-- When the queue will run a job of the transaction's own tenant.
create function public.job_due_at(task text, key text) returns timestamptz
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select j.run_at from graphile_worker._private_jobs j
  where j.key = public.auth_org_id()::text || ':' || job_due_at.task || ':' || job_due_at.key
    and j.locked_at is null and j.attempts < j.max_attempts
$$;
comment on function public.job_due_at(text, text) is
  'Definer, because no role that serves requests may read the queue; keys begin with the transaction''s own tenant. Null while none waits.';
revoke execute on function public.job_due_at(text, text) from public;
grant execute on function public.job_due_at(text, text) to ringfence_app, ringfence_worker;

do $$
declare
  function regprocedure;
begin
  grant create on schema public to ringfence_lookup;
  foreach function in array array['public.find_stale_due(timestamptz)', 'public.find_upload_retries_due(timestamptz)']::regprocedure[]
  loop
    execute format('revoke execute on function %s from public', function);
    execute format('alter function %s owner to ringfence_lookup', function);
  end loop;
  revoke create on schema public from ringfence_lookup;
end $$;
revoke execute on function public.is_end_overdue(text, timestamptz, timestamptz), public.is_lease_stale(text, timestamptz, timestamptz) from public;
set local role ringfence_lookup;
grant execute on function public.find_stale_due(timestamptz), public.find_upload_retries_due(timestamptz) to ringfence_worker;
set local role ringfence_owner;
