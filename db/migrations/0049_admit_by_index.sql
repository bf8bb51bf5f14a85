set local lock_timeout = '2s';
-- As before, with the id compared as an id: by the index on it, whatever the number of members. An id of another form belongs to nobody.
grant create on schema tenancy to ringfence_lookup;
set local role ringfence_lookup;
create or replace function tenancy.admit(org_id uuid, actor_kind text, actor_id text) returns text
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  admitted text;
  actor uuid;
begin
  if actor_kind in ('user', 'api-key', 'connection') then
    if actor_id !~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' then return null; end if;
    actor := actor_id::uuid;
  end if;
  case actor_kind
    when 'user' then
      select m.role into admitted from public.memberships m join public.organizations o on o.org_id = m.org_id
      where m.org_id = admit.org_id and m.user_id = actor and o.closed_at is null;
    when 'api-key' then
      select k.role into admitted from public.api_keys k join public.organizations o on o.org_id = k.org_id
      where k.org_id = admit.org_id and k.id = actor and k.revoked_at is null and (k.expires_at is null or k.expires_at > now())
        and o.closed_at is null;
    when 'connection' then
      select 'connection' into admitted from public.connections c join public.organizations o on o.org_id = c.org_id
      where c.org_id = admit.org_id and c.id = actor and c.enabled and o.closed_at is null;
    when 'job' then
      select 'job' into admitted from public.organizations o
      where o.org_id = admit.org_id and o.closed_at is null and session_user = 'ringfence_worker';
    when 'operator' then
      select 'operator' into admitted from public.organizations o
      where o.org_id = admit.org_id and o.closed_at is null and session_user = 'ringfence_service';
    else
      return null;
  end case;
  return admitted;
end $$;
set local role ringfence_owner;
revoke create on schema tenancy from ringfence_lookup;
