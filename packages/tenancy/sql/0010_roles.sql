-- Which roles may write. Asked anew at each statement, of the signed context and of the actor's own row: nothing is believed that the
-- role which runs the statement could set by itself, and a role that was lowered a moment ago is lowered here too.
create function public.auth_role() returns text
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  context text := nullif(current_setting('tenancy.context', true), '');
  told record;
begin
  if context is null then return null; end if;
  select * into told from tenancy.read_context(context);
  if told.org_id is null then return null; end if;
  return tenancy.admit(told.org_id, told.actor_kind, told.actor_id);
end $$;
comment on function public.auth_role() is
  'Definer, because it verifies the signature and asks tenancy.admit. The role of who entered, as it is now; null without a tenant or a membership.';
revoke execute on function public.auth_role() from public;

create function public.auth_actor() returns text
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  context text := nullif(current_setting('tenancy.context', true), '');
begin
  if context is null then return null; end if;
  return (select actor_kind || ':' || actor_id from tenancy.read_context(context));
end $$;
comment on function public.auth_actor() is
  'Definer, because it verifies the signature. Who entered, as kind:id, for rows that say by whom they were made.';
revoke execute on function public.auth_actor() from public;

-- Narrows the policies that protect_table made. The permission's name stands as the policies' comment, so that an application can
-- compare the roles with its own table of them. An update asks for the role of the row that is there; its result needs the tenant alone.
create procedure tenancy.limit_writers(target regclass, verbs text[], permission text, roles text[])
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  bare text := (select relname from pg_class where oid = target);
  verb text;
  policy text;
  allowed text := format('org_id = (select public.auth_org_id()) and (select public.auth_role()) = any (%L::text[])', roles);
begin
  foreach verb in array verbs loop
    policy := bare || '_org_' || verb;
    if verb = 'insert' then
      execute format('alter policy %I on %s with check (%s)', policy, target, allowed);
    else
      execute format('alter policy %I on %s using (%s)', policy, target, allowed);
    end if;
    execute format('comment on policy %I on %s is %L', policy, target, permission);
  end loop;
end $$;
revoke execute on procedure tenancy.limit_writers(regclass, text[], text, text[]) from public;

-- A new table in one call: held apart by tenant, and written by these roles alone.
create procedure tenancy.protect_table(target regclass, permission text, roles text[])
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  call tenancy.protect_table(target);
  call tenancy.limit_writers(target, array['insert', 'update', 'delete'], permission, roles);
end $$;
revoke execute on procedure tenancy.protect_table(regclass, text, text[]) from public;
