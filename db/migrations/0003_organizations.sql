set local lock_timeout = '2s';
create table public.organizations (
  org_id     uuid not null default public.uuid_v7(),
  id         uuid not null generated always as (org_id) stored,
  name       text not null check (length(name) between 1 and 120),
  time_zone  text not null default 'UTC',
  created_at timestamptz not null default now(),
  closed_at  timestamptz,
  primary key (org_id, id),
  unique (org_id)
);
comment on table public.organizations is 'A customer of the installation. Days and hours on its pages are in its IANA time zone.';
call tenancy.protect_table('public.organizations');
create policy organizations_org_lookup_select on public.organizations for select to ringfence_lookup using (true);
create policy organizations_org_lookup_insert on public.organizations for insert to ringfence_lookup with check (true);
grant select on public.organizations to ringfence_app, ringfence_worker, ringfence_service, ringfence_lookup;
grant insert on public.organizations to ringfence_lookup;
grant update (name, time_zone) on public.organizations to ringfence_app, ringfence_service;

create table public.memberships (
  org_id     uuid not null references public.organizations (org_id) on delete cascade,
  id         uuid not null default public.uuid_v7(),
  user_id    uuid not null,
  role       text not null check (role in ('owner', 'admin', 'agent', 'viewer')),
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, user_id)
);
comment on table public.memberships is 'Who belongs to an organisation, and as what: the one truth, asked at every entry.';
call tenancy.protect_table('public.memberships');
create index idx_memberships_user_id on public.memberships (user_id);
create policy memberships_org_lookup_select on public.memberships for select to ringfence_lookup using (true);
create policy memberships_org_lookup_insert on public.memberships for insert to ringfence_lookup with check (true);
grant select, insert, update, delete on public.memberships to ringfence_app, ringfence_service;
grant select on public.memberships to ringfence_worker;
grant select, insert on public.memberships to ringfence_lookup;

create table public.api_keys (
  org_id     uuid not null references public.organizations (org_id) on delete cascade,
  id         uuid not null default public.uuid_v7(),
  name       text not null,
  role       text not null check (role in ('admin', 'agent', 'viewer')),
  key_sha256 bytea not null check (octet_length(key_sha256) = 32),
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  revoked_at timestamptz,
  primary key (org_id, id)
);
comment on table public.api_keys is 'Keys of programs; only a hash is kept.';
call tenancy.protect_table('public.api_keys');
create policy api_keys_org_lookup_select on public.api_keys for select to ringfence_lookup using (true);
grant select, insert, update, delete on public.api_keys to ringfence_app, ringfence_service;
grant select on public.api_keys to ringfence_lookup;
