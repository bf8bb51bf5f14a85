-- Entry and policies are paid by every statement, so what they do is done as expressions and not as queries: a context is read into its
-- parts, and the one query left in each is the look at the key.
set local lock_timeout = '2s';
drop function tenancy.read_context(text);
create function tenancy.read_context(context text) returns text[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  part text[] := string_to_array(context, '.');
  pads tenancy.context_keys;
begin
  if cardinality(part) is distinct from 6 then
    raise exception 'malformed tenant context' using errcode = '22023';
  end if;
  select * into pads from tenancy.context_keys where id = part[1];
  if pads.id is null then return null; end if;
  if part[6] is distinct from encode(sha256(pads.outer_pad || sha256(pads.inner_pad
       || convert_to(array_to_string(part[1:5], '.'), 'UTF8'))), 'hex') then
    return null;
  end if;
  if part[5]::bigint < extract(epoch from transaction_timestamp()) then return null; end if;
  return part;
end $$;
comment on function tenancy.read_context(text) is
  'Definer, because only it may read the keys. The parts of a context (key, organisation, kind and id of the actor, expiry, signature); null for one with a wrong signature or past its end.';
revoke execute on function tenancy.read_context(text) from public;

create or replace function public.auth_org_id() returns uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  context text := nullif(current_setting('tenancy.context', true), '');
  part text[];
begin
  if context is null then return null; end if;
  part := tenancy.read_context(context);
  return part[2]::uuid;
end $$;

create or replace function public.auth_role() returns text
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  context text := nullif(current_setting('tenancy.context', true), '');
  part text[];
begin
  if context is null then return null; end if;
  part := tenancy.read_context(context);
  if part is null then return null; end if;
  return tenancy.admit(part[2]::uuid, part[3], part[4]);
end $$;

create or replace function public.auth_actor() returns text
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  context text := nullif(current_setting('tenancy.context', true), '');
  part text[];
begin
  if context is null then return null; end if;
  part := tenancy.read_context(context);
  return part[3] || ':' || part[4];
end $$;

create or replace function tenancy.enter_tenant(context text, read_only boolean, allowed_roles text[]) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  part constant text[] := tenancy.read_context(context);
  entered constant text := nullif(current_setting('tenancy.context', true), '');
  admitted text;
  setting text;
begin
  if part is null then
    raise exception 'tenant context refused' using errcode = 'TN001';
  end if;
  if entered is not null and (tenancy.read_context(entered))[2] is distinct from part[2] then
    raise exception 'another tenant is entered already' using errcode = 'TN002';
  end if;
  admitted := tenancy.admit(part[2]::uuid, part[3], part[4]);
  if admitted is null then
    raise exception 'actor does not belong to the tenant' using errcode = 'TN003';
  end if;
  if admitted <> all (allowed_roles) then
    raise exception 'the actor''s role may not enter for this' using errcode = 'TN004';
  end if;
  setting := set_config('tenancy.context', context, true);
  if read_only then
    setting := set_config('transaction_read_only', 'on', true);
  end if;
  return admitted;
end $$;
