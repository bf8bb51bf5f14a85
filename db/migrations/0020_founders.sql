-- A person founds a few organisations a day, so that nobody fills the installation; the operator isn't counted.
grant create on schema public to ringfence_lookup;
set local role ringfence_lookup;
create or replace function public.create_organization(organization_name text, organization_time_zone text, owner_id uuid)
returns table (org_id uuid)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  made uuid;
  a_day constant integer := 10;
begin
  if owner_id is null and session_user <> 'ringfence_service' then
    raise exception 'an organisation needs an owner' using errcode = '42501';
  end if;
  if owner_id is not null then
    perform pg_advisory_xact_lock(hashtextextended('founder ' || owner_id, 0));
    if (select count(*) from public.memberships m join public.organizations o on o.org_id = m.org_id
        where m.user_id = owner_id and m.role = 'owner' and o.created_at > now() - interval '1 day') >= a_day then
      raise exception 'this person founded enough organisations today' using errcode = 'RF002';
    end if;
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
set local role ringfence_owner;
revoke create on schema public from ringfence_lookup;
