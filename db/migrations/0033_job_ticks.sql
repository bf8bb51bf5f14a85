set local lock_timeout = '2s';
create table public.job_ticks (
  org_id     uuid not null references public.organizations (org_id) on delete cascade,
  id         uuid not null default public.uuid_v7(),
  schedule   text not null check (length(schedule) <= 100),
  tick       timestamptz not null,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, schedule, tick)
);
comment on table public.job_ticks is 'Which schedule gave an organisation its job for which tick: whoever comes second finds the row and queues nothing.';
call tenancy.protect_table('public.job_ticks', 'jobs alone', '{job}');
call public.let_owners_be_found('public.job_ticks');

-- The tick's row and its job, or neither; ticks that nobody could run any more are forgotten.
create function public.enqueue_tick(schedule text, tick timestamptz, task text, payload jsonb, max_attempts integer, key text) returns boolean
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
grant execute on function public.enqueue_tick(text, timestamptz, text, jsonb, integer, text) to ringfence_worker;
