set local lock_timeout = '2s';
-- What the trail says beyond who did what: through which procedure, from where, and how often. Milliseconds, since that is what a
-- cursor can carry.
alter table public.audit_log
  alter column at type timestamptz(3),
  add column procedure text check (length(procedure) <= 200),
  add column address   text check (length(address) <= 100),
  add column detail    jsonb not null default '{}' check (jsonb_typeof(detail) = 'object' and length(detail::text) <= 2000),
  add column kind      text not null generated always as (case when starts_with(action, 'crossing.') then 'crossing' else 'changes' end) stored,
  add check (length(action) <= 100 and length(target) <= 200 and length(reason) <= 500);
comment on table public.audit_log is
  'What was done, by whom, to what, and attempts to cross into another organisation. Rows are added and read, never changed; who and when are stamped here.';
drop index public.idx_audit_log_org_at;
create index idx_audit_log_org_at on public.audit_log (org_id, at desc, id desc);
create index idx_audit_log_org_kind_at on public.audit_log (org_id, kind, at desc, id desc);
create index idx_audit_log_org_action_at on public.audit_log (org_id, action, at desc, id desc);

-- Nobody acts in another's name or at another time. An operator notes what others tried, so that their rows name those; the functions
-- that find a tenant write before there is one.
create function public.stamp_audit_row() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  actor text := public.auth_actor();
begin
  new.at := clock_timestamp();
  if current_user = 'ringfence_lookup' or actor is null or actor like 'operator:%' then return new; end if;
  new.actor_kind := split_part(actor, ':', 1);
  new.actor_id := split_part(actor, ':', 2);
  return new;
end $$;
comment on function public.stamp_audit_row() is 'Acts as its caller: a row says who really writes it, and when.';
revoke execute on function public.stamp_audit_row() from public;
create trigger audit_log_stamp before insert on public.audit_log for each row execute function public.stamp_audit_row();

alter policy audit_log_org_insert on public.audit_log with check (
  org_id = (select public.auth_org_id())
  and (actor_kind || ':' || actor_id = (select public.auth_actor()) or (select public.auth_role()) = 'operator'));
-- Read by those who answer for the organisation alone.
alter policy audit_log_org_select on public.audit_log using (
  org_id = (select public.auth_org_id())
  and (select public.auth_role()) = any ('{owner,admin,operator}'::text[]));
comment on policy audit_log_org_select on public.audit_log is 'auditLog.read';
revoke select on public.audit_log from ringfence_worker;
