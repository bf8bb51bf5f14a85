set local lock_timeout = '2s';
create table public.audit_log (
  org_id     uuid not null references public.organizations (org_id) on delete cascade,
  id         uuid not null default public.uuid_v7(),
  at         timestamptz not null default clock_timestamp(),
  actor_kind text not null,
  actor_id   text not null,
  action     text not null,
  target     text,
  reason     text,
  primary key (org_id, id)
);
comment on table public.audit_log is 'What was done, by whom, to what. Rows are added and read, never changed.';
call tenancy.protect_table('public.audit_log');
create index idx_audit_log_org_at on public.audit_log (org_id, at desc);
create policy audit_log_org_lookup_insert on public.audit_log for insert to ringfence_lookup with check (true);
grant select, insert on public.audit_log to ringfence_app, ringfence_worker, ringfence_service;
grant insert on public.audit_log to ringfence_lookup;
