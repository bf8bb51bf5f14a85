-- What tenant workers need beside graphile-worker's own tables. Written to be run again: it isn't recorded anywhere.
create table if not exists public.worker_heartbeats (
  pool_id text primary key,
  seen_at timestamptz not null default now()
);
comment on table public.worker_heartbeats is 'Belongs to no tenant: which worker pools live. The jobs of a silent one are given back.';

-- The one way into the queue: the organisation is stamped from the transaction, whatever the payload says.
create or replace function public.enqueue_job(task text, payload jsonb, max_attempts integer, key text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  tenant uuid := public.auth_org_id();
begin
  if tenant is null then
    raise exception 'a job needs a tenant' using errcode = '42501';
  end if;
  perform graphile_worker.add_job(
    identifier => task,
    payload => (payload || jsonb_build_object('orgId', tenant))::json,
    max_attempts => max_attempts,
    job_key => concat_ws(':', tenant, task, key));
end $$;
comment on function public.enqueue_job(text, jsonb, integer, text) is
  'Definer, because no role that serves requests may touch the queue''s tables; the tenant is the transaction''s own.';
revoke execute on function public.enqueue_job(text, jsonb, integer, text) from public;
