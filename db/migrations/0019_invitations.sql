set local lock_timeout = '2s';
create table public.invitations (
  org_id       uuid not null references public.organizations (org_id) on delete cascade,
  id           uuid not null default public.uuid_v7(),
  email        text not null check (email = lower(email) and length(email) between 3 and 254),
  role         text not null check (role in ('owner', 'admin', 'agent', 'viewer')),
  token_sha256 bytea not null check (octet_length(token_sha256) = 32),
  inviter_kind text not null,
  inviter_id   text not null,
  created_at   timestamptz not null default now(),
  expires_at   timestamptz not null check (expires_at > created_at),
  accepted_at  timestamptz,
  accepted_by  uuid,
  revoked_at   timestamptz,
  primary key (org_id, id),
  check ((accepted_at is null) = (accepted_by is null)),
  check (accepted_at is null or revoked_at is null)
);
comment on table public.invitations is
  'Who was asked in, by the address; good once, until it expires, and while whoever asked may still give the role. Of the link only a hash is kept.';
call tenancy.protect_table('public.invitations', 'invitations.write', '{owner,admin}');
-- Asked in by whoever says so, and to no role above their own.
alter policy invitations_org_insert on public.invitations with check (
  org_id = (select public.auth_org_id())
  and (select public.auth_role()) = any ('{owner,admin}'::text[])
  and (role <> 'owner' or (select public.auth_role()) <> 'admin')
  and inviter_kind || ':' || inviter_id = (select public.auth_actor()));
create index idx_invitations_org_created_at on public.invitations (org_id, created_at desc);
create index idx_invitations_token_sha256 on public.invitations (token_sha256);
create policy invitations_org_lookup_select on public.invitations for select to ringfence_lookup using (true);
create policy invitations_org_lookup_update on public.invitations for update to ringfence_lookup using (true);
grant select, insert, update (revoked_at) on public.invitations to ringfence_app;
grant select on public.invitations to ringfence_service;
grant select, update (accepted_at, accepted_by) on public.invitations to ringfence_lookup;

create function public.find_invitation(link_sha256 bytea, member_email text)
returns table (organization_name text, email text, role text, expires_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select o.name, i.email, i.role, i.expires_at
  from public.invitations i join public.organizations o on o.org_id = i.org_id
  where i.token_sha256 = link_sha256 and i.email = lower(member_email) and o.closed_at is null
    and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()
    and case tenancy.admit(i.org_id, i.inviter_kind, i.inviter_id)
      when 'owner' then true when 'admin' then i.role <> 'owner' else false end
$$;
comment on function public.find_invitation(bytea, text) is
  'Definer of ringfence_lookup: one row for one unguessable link and the address it is bound to, while it is good: open, and its inviter still entitled to the role.';

-- One conditional write decides, so that of two who use a link at once one gets in.
create function public.accept_invitation(link_sha256 bytea, member_id uuid, member_email text)
returns table (org_id uuid)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  used public.invitations;
begin
  update public.invitations i set accepted_at = now(), accepted_by = member_id
  where i.token_sha256 = link_sha256 and i.accepted_at is null and i.revoked_at is null
    and exists (select from public.find_invitation(link_sha256, member_email))
  returning i.* into used;
  if used.id is null then return; end if;
  insert into public.memberships (org_id, user_id, role) values (used.org_id, member_id, used.role)
    on conflict do nothing;
  insert into public.audit_log (org_id, actor_kind, actor_id, action, target)
    values (used.org_id, 'user', member_id::text, 'invitation.accept', used.id::text);
  return query select used.org_id;
end $$;
comment on function public.accept_invitation(bytea, uuid, text) is
  'Definer of ringfence_lookup: the link is used up, the member is in and the audit row is there together, or nothing is.';

do $$
declare
  function regprocedure;
begin
  grant create on schema public to ringfence_lookup;
  foreach function in array array[
    'public.find_invitation(bytea, text)', 'public.accept_invitation(bytea, uuid, text)']::regprocedure[]
  loop
    execute format('revoke execute on function %s from public', function);
    execute format('alter function %s owner to ringfence_lookup', function);
  end loop;
  revoke create on schema public from ringfence_lookup;
end $$;
set local role ringfence_lookup;
grant execute on function public.find_invitation(bytea, text), public.accept_invitation(bytea, uuid, text) to ringfence_app;
set local role ringfence_owner;
