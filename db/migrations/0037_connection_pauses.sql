set local lock_timeout = '2s';
-- A provider that refuses our credential refuses it for every recording: nothing is fetched for the connection until somebody mends it.
alter table public.connections
  add column paused_at    timestamptz,
  add column pause_reason text check (pause_reason in ('sign-in-refused')),
  add check ((paused_at is null) = (pause_reason is null));
comment on column public.connections.paused_at is 'Since when nothing is fetched for it; calls come in all the same. A new secret or fetch key ends it.';
grant update (paused_at, pause_reason) on public.connections to ringfence_worker;
call tenancy.limit_writers('public.connections', '{update}', 'connections.write', '{owner,admin,job,operator}');
