-- What must be found before a tenant is known, a narrow function each; the contract lists them all.
create function public.find_connection(connection_id uuid)
returns table (org_id uuid, provider text, secret_sealed bytea, account_id text, enabled boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.org_id, c.provider, c.secret_sealed, c.account_id, c.enabled and o.closed_at is null
  from public.connections c join public.organizations o on o.org_id = c.org_id
  where c.id = connection_id
$$;
comment on function public.find_connection(uuid) is
  'Definer of ringfence_lookup: one row for one unguessable id, so that a webhook finds its organisation.';

create function public.organizations_of_user(member_id uuid)
returns table (org_id uuid, name text, time_zone text, role text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select o.org_id, o.name, o.time_zone, m.role
  from public.memberships m join public.organizations o on o.org_id = m.org_id
  where m.user_id = member_id and o.closed_at is null
  order by m.created_at, o.org_id
$$;
comment on function public.organizations_of_user(uuid) is
  'Definer of ringfence_lookup: where a signed-in user belongs, before one is chosen.';

create function public.create_organization(organization_name text, organization_time_zone text, owner_id uuid)
returns table (org_id uuid)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  made uuid;
begin
  if owner_id is null and session_user <> 'ringfence_service' then
    raise exception 'an organisation needs an owner' using errcode = '42501';
  end if;
  insert into public.organizations as o (name, time_zone) values (organization_name, organization_time_zone)
    returning o.org_id into made;
  if owner_id is not null then
    insert into public.memberships (org_id, user_id, role) values (made, owner_id, 'owner');
  end if;
  insert into public.audit_log (org_id, actor_kind, actor_id, action, target)
    values (made, case when owner_id is null then 'operator' else 'user' end, coalesce(owner_id::text, 'command-line'), 'organization.create', made::text);
  return query select made;
end $$;
comment on function public.create_organization(text, text, uuid) is
  'Definer of ringfence_lookup: an organisation, its owner and the audit row appear together, in a tenant that nobody could have entered yet.';

create function public.list_organizations()
returns table (org_id uuid, name text, time_zone text, created_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select o.org_id, o.name, o.time_zone, o.created_at from public.organizations o
  where o.closed_at is null order by o.created_at, o.org_id
$$;
comment on function public.list_organizations() is
  'Definer of ringfence_lookup: the organisations by name, for the operator''s log-in alone.';

do $$
declare
  function regprocedure;
begin
  grant create on schema public to ringfence_lookup;
  foreach function in array array[
    'public.find_connection(uuid)', 'public.organizations_of_user(uuid)',
    'public.create_organization(text, text, uuid)', 'public.list_organizations()']::regprocedure[]
  loop
    execute format('revoke execute on function %s from public', function);
    execute format('alter function %s owner to ringfence_lookup', function);
  end loop;
  revoke create on schema public from ringfence_lookup;
end $$;
set local role ringfence_lookup;
grant execute on function public.find_connection(uuid) to ringfence_app;
grant execute on function public.organizations_of_user(uuid) to ringfence_app, ringfence_identity, ringfence_service;
grant execute on function public.create_organization(text, text, uuid) to ringfence_app, ringfence_service;
grant execute on function public.list_organizations() to ringfence_service;
set local role ringfence_owner;
