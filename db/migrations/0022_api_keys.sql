set local lock_timeout = '2s';
-- What people see of a key, who made it, and when it was last used.
alter table public.api_keys
  add column prefix       text not null default 'rf_' check (prefix ~ '^rf_[0-9A-Za-z]{0,8}$'),
  add column created_by   uuid,
  add column last_used_at timestamptz,
  add check (length(name) between 1 and 120);
alter table public.api_keys alter column prefix drop default;
comment on table public.api_keys is
  'Keys of programs; only a hash is kept. A key acts in its organisation with its own role, whatever becomes of who made it.';
create index idx_api_keys_key_sha256 on public.api_keys (key_sha256);

-- A key keeps its hash and its role for life, and its row for good: the log names it.
revoke update, delete on public.api_keys from ringfence_app, ringfence_service;
grant update (name, expires_at, revoked_at) on public.api_keys to ringfence_app, ringfence_service;

create function public.find_api_key(sha256 bytea)
returns table (org_id uuid, id uuid, expires_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select k.org_id, k.id, k.expires_at from public.api_keys k where k.key_sha256 = sha256
$$;
comment on function public.find_api_key(bytea) is
  'Definer of ringfence_lookup: one row for one unguessable key, so that a program finds its organisation. Whether the key is good is asked at the entry.';

create function public.note_api_key_use() returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with used as (
    select k.org_id, k.id from public.api_keys k
    where k.org_id = (select public.auth_org_id()) and 'api-key:' || k.id = (select public.auth_actor())
    for no key update skip locked)
  update public.api_keys k set last_used_at = now() from used where k.org_id = used.org_id and k.id = used.id
$$;
comment on function public.note_api_key_use() is
  'Definer of ringfence_lookup: a key of any role may say that it was used, and nothing else. Takes no argument: the key is the actor. Waits for nobody.';

create policy api_keys_org_lookup_update on public.api_keys for update to ringfence_lookup using (true) with check (true);
grant update (last_used_at) on public.api_keys to ringfence_lookup;

do $$
declare
  function regprocedure;
begin
  grant create on schema public to ringfence_lookup;
  foreach function in array array['public.find_api_key(bytea)', 'public.note_api_key_use()']::regprocedure[]
  loop
    execute format('revoke execute on function %s from public', function);
    execute format('alter function %s owner to ringfence_lookup', function);
  end loop;
  revoke create on schema public from ringfence_lookup;
end $$;
set local role ringfence_lookup;
grant execute on function public.find_api_key(bytea), public.note_api_key_use() to ringfence_app;
set local role ringfence_owner;
