-- What makes a table a tenant table: row-level security, forced, a policy per verb, and an org_id that never changes.
create function tenancy.keep_org() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if new.org_id is distinct from old.org_id then
    raise exception 'org_id cannot be changed' using errcode = '42501';
  end if;
  return new;
end $$;

create procedure tenancy.protect_table(target regclass)
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  bare text := (select relname from pg_class where oid = target);
begin
  execute format('alter table %s enable row level security, force row level security', target);
  execute format('create policy %I on %s for select using (org_id = (select public.auth_org_id()))', bare || '_org_select', target);
  execute format('create policy %I on %s for insert with check (org_id = (select public.auth_org_id()))', bare || '_org_insert', target);
  execute format('create policy %I on %s for update using (org_id = (select public.auth_org_id())) with check (org_id = (select public.auth_org_id()))', bare || '_org_update', target);
  execute format('create policy %I on %s for delete using (org_id = (select public.auth_org_id()))', bare || '_org_delete', target);
  execute format('create trigger %I before update of org_id on %s for each row execute function tenancy.keep_org()', bare || '_keep_org', target);
end $$;
revoke execute on procedure tenancy.protect_table(regclass) from public;
