-- The one way into the queue: the organisation is stamped from the transaction, whatever the payload says.
create function public.enqueue_job(task text, payload jsonb, max_attempts integer, key text) returns void
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
grant execute on function public.enqueue_job(text, jsonb, integer, text) to ringfence_app, ringfence_worker, ringfence_service;

create table public.worker_heartbeats (
  pool_id text primary key,
  seen_at timestamptz not null default now()
);
comment on table public.worker_heartbeats is 'Belongs to no tenant: which worker pools live. The jobs of a silent one are given back.';
grant select, insert, update, delete on public.worker_heartbeats to ringfence_worker;
grant select on public.worker_heartbeats to ringfence_app;

grant usage on schema graphile_worker to ringfence_worker;
grant execute on all functions in schema graphile_worker to ringfence_worker;
grant usage, select on all sequences in schema graphile_worker to ringfence_worker;
do $$
declare
  name text;
begin
  for name in select relname from pg_class
    where relnamespace = 'graphile_worker'::regnamespace and relkind in ('r', 'v')
  loop
    execute format('grant select, insert, update, delete on graphile_worker.%I to ringfence_worker', name);
    if name like '\_private\_%' then
      execute format('create policy worker_all on graphile_worker.%I for all to ringfence_worker using (true) with check (true)', name);
    end if;
  end loop;
end $$;
