-- The one way into the queue. Stamped here, whatever the payload says: the organisation, and an id that tells nobody how many jobs the
-- others have. The rule of fairness: a job ranks behind as many of others' next jobs as its own organisation has waiting, up to a hundred.
-- Whoever floods the queue so stands behind everybody's next job, and keeps the order of its own.
drop function public.enqueue_job(text, jsonb, integer, text);
create function public.enqueue_job(task text, payload jsonb, max_attempts integer, key text, run_at timestamptz default null) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  tenant uuid := public.auth_org_id();
  job_id uuid := public.uuid_v7();
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
grant execute on function public.enqueue_job(text, jsonb, integer, text, timestamptz) to ringfence_app, ringfence_worker, ringfence_service;
