-- The tenant of a transaction: signed by the application, verified here. What a role can set by itself isn't believed.
create schema tenancy;
revoke all on schema tenancy from public;

create table tenancy.context_keys (
  id        text primary key,
  inner_pad bytea not null check (octet_length(inner_pad) = 64),
  outer_pad bytea not null check (octet_length(outer_pad) = 64)
);
comment on table tenancy.context_keys is
  'Belongs to no tenant: the keys that sign contexts, as HMAC pads (RFC 2104). No role that serves requests may read it.';

create function tenancy.read_context(context text, out org_id uuid, out actor_kind text, out actor_id text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  part text[] := string_to_array(context, '.');
  pads tenancy.context_keys;
begin
  if cardinality(part) is distinct from 6 then
    raise exception 'malformed tenant context' using errcode = '22023';
  end if;
  select * into pads from tenancy.context_keys where id = part[1];
  if pads.id is null then return; end if;
  if part[6] is distinct from encode(sha256(pads.outer_pad || sha256(pads.inner_pad
       || convert_to(array_to_string(part[1:5], '.'), 'UTF8'))), 'hex') then
    return;
  end if;
  if part[5]::bigint < extract(epoch from transaction_timestamp()) then return; end if;
  org_id := part[2]::uuid;
  actor_kind := part[3];
  actor_id := part[4];
end $$;
comment on function tenancy.read_context(text) is
  'Definer, because only it may read the keys. Gives nothing for a context with a wrong signature or past its end.';
revoke execute on function tenancy.read_context(text) from public;

-- Stable, never immutable: an immutable one is folded into cached plans and hands one tenant's rows to the next.
create function public.auth_org_id() returns uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  context text := nullif(current_setting('tenancy.context', true), '');
begin
  if context is null then return null; end if;
  return (select org_id from tenancy.read_context(context));
end $$;
comment on function public.auth_org_id() is
  'The only source of the tenant in policies. Definer, because it verifies the signature; takes no argument.';
