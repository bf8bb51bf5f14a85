-- The entry says all that it is held to: who enters, whether the transaction may write, and which roles may.
create function tenancy.enter_tenant(context text, read_only boolean, allowed_roles text[]) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  told record;
  entered text := nullif(current_setting('tenancy.context', true), '');
  admitted text;
begin
  select * into told from tenancy.read_context(context);
  if told.org_id is null then
    raise exception 'tenant context refused' using errcode = 'TN001';
  end if;
  if entered is not null and (select org_id from tenancy.read_context(entered)) is distinct from told.org_id then
    raise exception 'another tenant is entered already' using errcode = 'TN002';
  end if;
  admitted := tenancy.admit(told.org_id, told.actor_kind, told.actor_id);
  if admitted is null then
    raise exception 'actor does not belong to the tenant' using errcode = 'TN003';
  end if;
  if admitted <> all (allowed_roles) then
    raise exception 'the actor''s role may not enter for this' using errcode = 'TN004';
  end if;
  perform set_config('tenancy.context', context, true);
  if read_only then
    perform set_config('transaction_read_only', 'on', true);
  end if;
  return admitted;
end $$;
comment on function tenancy.enter_tenant(text, boolean, text[]) is
  'Definer, because it reads the keys. The one function that takes a tenant from outside: signature, actor and role are checked first.';
revoke execute on function tenancy.enter_tenant(text, boolean, text[]) from public;

-- What programs of the version before this one call, until they are gone.
create or replace function tenancy.enter_tenant(context text) returns text
language sql security definer set search_path = pg_catalog, pg_temp as $$ select tenancy.enter_tenant(context, false, null) $$;
