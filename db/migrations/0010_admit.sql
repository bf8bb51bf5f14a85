-- Who may enter: the five actors of the contract, each with its own look. Belongs to ringfence_lookup, which sees across tenants.
create or replace function tenancy.admit(org_id uuid, actor_kind text, actor_id text) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case actor_kind
    when 'user' then (
      select m.role from public.memberships m
      where m.org_id = admit.org_id and m.user_id::text = admit.actor_id)
    when 'api-key' then (
      select k.role from public.api_keys k
      where k.org_id = admit.org_id and k.id::text = admit.actor_id
        and k.revoked_at is null and (k.expires_at is null or k.expires_at > now()))
    when 'connection' then (
      select 'connection' from public.connections c
      where c.org_id = admit.org_id and c.id::text = admit.actor_id and c.enabled)
    when 'job' then case when session_user = 'ringfence_worker' then 'job' end
    when 'operator' then case when session_user = 'ringfence_service' then 'operator' end
  end
  where exists (
    select from public.organizations o where o.org_id = admit.org_id and o.closed_at is null)
$$;
comment on function tenancy.admit(uuid, text, text) is
  'Definer of ringfence_lookup: looks for an actor''s row before there is a tenant. Called by enter_tenant alone.';
revoke execute on function tenancy.admit(uuid, text, text) from public;
grant create on schema tenancy to ringfence_lookup;
alter function tenancy.admit(uuid, text, text) owner to ringfence_lookup;
revoke create on schema tenancy from ringfence_lookup;
set local role ringfence_lookup;
grant execute on function tenancy.admit(uuid, text, text) to ringfence_owner;
set local role ringfence_owner;
