-- The application defines tenancy.admit(org_id, actor_kind, actor_id): the role of an actor that belongs, else null.
create function tenancy.admit(org_id uuid, actor_kind text, actor_id text) returns text
language sql stable set search_path = pg_catalog, pg_temp
as $$ select null::text $$;
revoke execute on function tenancy.admit(uuid, text, text) from public;

create function tenancy.enter_tenant(context text) returns text
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
  perform set_config('tenancy.context', context, true);
  return admitted;
end $$;
comment on function tenancy.enter_tenant(text) is
  'Definer, because it reads the keys. The one function that takes a tenant from outside: signature and actor are checked first.';
revoke execute on function tenancy.enter_tenant(text) from public;
