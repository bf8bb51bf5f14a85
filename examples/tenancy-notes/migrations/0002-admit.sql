-- Who may enter, and as what. notes_lookup looks before there is a tenant; nobody logs in as it, and enter_tenant alone may ask it.
create policy organizations_org_lookup on public.organizations to notes_lookup using (true) with check (true);
create policy memberships_org_lookup on public.memberships to notes_lookup using (true) with check (true);
grant select, insert on public.organizations, public.memberships to notes_lookup;

create or replace function tenancy.admit(org_id uuid, actor_kind text, actor_id text) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case actor_kind
    when 'user' then (
      select m.role from public.memberships m where m.org_id = admit.org_id and m.user_id::text = admit.actor_id)
    when 'job' then (
      select 'job' from public.organizations o where o.org_id = admit.org_id and session_user = 'notes_worker')
  end
$$;

-- An organisation begins with the person who founds it: before that nobody could enter it.
create function public.found_organization(name text, founder uuid) returns table (org_id uuid)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  made uuid;
begin
  insert into public.organizations (name) values (found_organization.name) returning org_id into made;
  insert into public.memberships (org_id, user_id, role) values (made, founder, 'writer');
  return query select made;
end $$;
revoke execute on function public.found_organization(text, uuid) from public;

grant create on schema tenancy, public to notes_lookup;
alter function tenancy.admit(uuid, text, text) owner to notes_lookup;
alter function public.found_organization(text, uuid) owner to notes_lookup;
revoke create on schema tenancy, public from notes_lookup;
set local role notes_lookup;
grant execute on function tenancy.admit(uuid, text, text) to notes_owner;
grant execute on function public.found_organization(text, uuid) to notes_app;
