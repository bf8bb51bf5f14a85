set local lock_timeout = '2s';
create table public.connections (
  org_id           uuid not null references public.organizations (org_id) on delete cascade,
  id               uuid not null default public.uuid_v7(),
  provider         text not null check (provider in ('twilio', 'vapi', 'ringfence')),
  name             text not null check (length(name) between 1 and 120),
  secret_sealed    bytea not null,
  fetch_key_sealed bytea,
  account_id       text,
  enabled          boolean not null default true,
  created_at       timestamptz not null default now(),
  primary key (org_id, id)
);
comment on table public.connections is 'A provider''s way in. Secrets are sealed by the application; the database can''t read them.';
call tenancy.protect_table('public.connections');
create index idx_connections_id on public.connections (id);

-- A webhook's address names a connection alone, so its id is always the database's own: nobody can take another's.
create function public.connection_id_of_its_own() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  new.id := public.uuid_v7();
  return new;
end $$;
create trigger connections_id_of_its_own before insert on public.connections
  for each row execute function public.connection_id_of_its_own();

create policy connections_org_lookup_select on public.connections for select to ringfence_lookup using (true);
grant select, insert, update, delete on public.connections to ringfence_app, ringfence_service;
grant select on public.connections to ringfence_worker, ringfence_lookup;

create table public.webhook_refusals (
  org_id        uuid not null,
  id            uuid not null default public.uuid_v7(),
  connection_id uuid not null,
  day           date not null,
  reason        text not null,
  count         integer not null default 1 check (count > 0),
  primary key (org_id, id),
  unique (org_id, connection_id, day, reason),
  foreign key (org_id, connection_id) references public.connections (org_id, id) on delete cascade
);
comment on table public.webhook_refusals is 'Webhooks turned away, counted by connection, day (UTC) and reason.';
call tenancy.protect_table('public.webhook_refusals');
grant select, insert, update on public.webhook_refusals to ringfence_app;
