-- What each role may write, repeated from domain's table of permissions: a viewer can't write even with SQL. Connections, jobs and
-- operators, which hold no role of a person, keep what they need. Reading stays a question of the tenant alone.
set local lock_timeout = '2s';
grant execute on function public.auth_role(), public.auth_actor()
  to ringfence_app, ringfence_worker, ringfence_service, ringfence_lookup;

call tenancy.limit_writers('public.organizations', '{update}', 'organization.write', '{owner,admin,operator}');
call tenancy.limit_writers('public.api_keys', '{insert,update,delete}', 'apiKeys.write', '{owner,admin,operator}');
call tenancy.limit_writers('public.connections', '{insert,update,delete}', 'connections.write', '{owner,admin,operator}');
call tenancy.limit_writers('public.webhook_refusals', '{insert,update}', 'connections.write', '{owner,admin,connection,operator}');
call tenancy.limit_writers('public.leads', '{insert,update,delete}', 'leads.write', '{owner,admin,agent,connection,job,operator}');
call tenancy.limit_writers('public.knowledge_base', '{insert,update,delete}', 'knowledge.write', '{owner,admin,agent,job,operator}');
call tenancy.limit_writers('public.calls', '{insert,update,delete}', 'calls.write', '{owner,admin,agent,connection,job,operator}');
call tenancy.limit_writers('public.recordings', '{insert,update,delete}', 'recordings.write', '{owner,admin,agent,connection,job,operator}');
call tenancy.limit_writers('public.call_logs', '{insert,update,delete}', 'calls.import', '{owner,admin,connection,job,operator}');
call tenancy.limit_writers('public.provider_events', '{insert}', 'calls.import', '{owner,admin,connection,job,operator}');
call tenancy.limit_writers('public.transcript_segments', '{insert,update,delete}', 'calls.import', '{owner,admin,connection,job,operator}');
call tenancy.limit_writers('public.failed_recording_uploads', '{insert}', 'jobs alone', '{job}');

-- Members: nobody makes, changes or removes an owner but an owner. Leaving is everybody's own.
alter policy memberships_org_insert on public.memberships with check (
  org_id = (select public.auth_org_id())
  and (select public.auth_role()) = any ('{owner,admin,operator}'::text[])
  and (role <> 'owner' or (select public.auth_role()) <> 'admin'));
alter policy memberships_org_update on public.memberships
  using (
    org_id = (select public.auth_org_id())
    and (select public.auth_role()) = any ('{owner,admin,operator}'::text[])
    and (role <> 'owner' or (select public.auth_role()) <> 'admin'))
  with check (
    org_id = (select public.auth_org_id())
    and (role <> 'owner' or (select public.auth_role()) <> 'admin'));
alter policy memberships_org_delete on public.memberships using (
  org_id = (select public.auth_org_id())
  and ((select public.auth_role()) = any ('{owner,admin,operator}'::text[])
       and (role <> 'owner' or (select public.auth_role()) <> 'admin')
       or (select public.auth_actor()) = 'user:' || user_id));
comment on policy memberships_org_insert on public.memberships is 'members.write';
comment on policy memberships_org_update on public.memberships is 'members.write';
comment on policy memberships_org_delete on public.memberships is 'members.write, one''s own: members.leave';

-- What was done is written by whoever did it, in their own name alone.
alter policy audit_log_org_insert on public.audit_log with check (
  org_id = (select public.auth_org_id()) and actor_kind || ':' || actor_id = (select public.auth_actor()));
comment on policy audit_log_org_insert on public.audit_log is 'own acts';

-- An organisation always has an owner once it had one, however many leave at the same moment. Two at once wait for each other here; a
-- snapshot taken before the wait would count an owner who has left, so that such transactions are refused.
create function public.keep_an_owner() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' and new.role = 'owner' then return new; end if;
  if not exists (select from public.organizations o where o.org_id = old.org_id) then return old; end if;
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'owners change in read committed transactions alone' using errcode = '25001';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('owners of ' || old.org_id, 0));
  if not exists (select from public.memberships m
      where m.org_id = old.org_id and m.role = 'owner' and m.user_id <> old.user_id) then
    raise exception 'an organisation keeps an owner' using errcode = 'RF001';
  end if;
  return case tg_op when 'UPDATE' then new else old end;
end $$;
revoke execute on function public.keep_an_owner() from public;
create trigger memberships_keep_an_owner before update of role or delete on public.memberships
  for each row when (old.role = 'owner') execute function public.keep_an_owner();
