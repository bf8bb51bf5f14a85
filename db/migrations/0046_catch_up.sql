set local lock_timeout = '2s';
alter table public.provider_events
  add column source text not null default 'callback' check (source in ('callback', 'list'));
comment on column public.provider_events.source is 'Whether the provider sent it, or its own list had what no message told us.';

create table public.connection_looks (
  org_id         uuid not null,
  id             uuid not null default public.uuid_v7(),
  connection_id  uuid not null,
  complete_until timestamptz,
  looked_at      timestamptz,
  asked_at       timestamptz,
  next_look_at   timestamptz default now(),
  failed_at      timestamptz,
  failure_reason text check (failure_reason in ('no-credential', 'sign-in-refused', 'unreachable', 'unreadable')),
  primary key (org_id, id),
  unique (org_id, connection_id),
  foreign key (org_id, connection_id) references public.connections (org_id, id) on delete cascade,
  check ((failed_at is null) = (failure_reason is null))
);
comment on table public.connection_looks is
  'How far a connection is known to be complete, by its provider''s own list of calls. What began before complete_until is over, and here. Without next_look_at nobody looks by themselves.';
call tenancy.protect_table('public.connection_looks', 'connections.write', '{owner,admin,connection,job,operator}');
call public.let_owners_be_found('public.connection_looks');
create index idx_connection_looks_next_look_at on public.connection_looks (next_look_at);
create index idx_connection_looks_asked_at on public.connection_looks (asked_at);
grant select, insert, update (next_look_at) on public.connection_looks to ringfence_app;
grant select, insert on public.connection_looks to ringfence_service;
grant select, update (complete_until, looked_at, asked_at, next_look_at, failed_at, failure_reason) on public.connection_looks to ringfence_worker;
-- The connections that are there already, by the one role that sees every organisation's; its right to do so ends here.
create policy connection_looks_org_backfill_insert on public.connection_looks for insert to ringfence_lookup with check (true);
grant insert on public.connection_looks to ringfence_lookup;
set local role ringfence_lookup;
insert into public.connection_looks (org_id, connection_id) select org_id, id from public.connections;
set local role ringfence_owner;
revoke insert on public.connection_looks from ringfence_lookup;
drop policy connection_looks_org_backfill_insert on public.connection_looks;

create table public.connection_days (
  org_id            uuid not null,
  id                uuid not null default public.uuid_v7(),
  connection_id     uuid not null,
  day               date not null,
  listed_calls      integer not null check (listed_calls >= 0),
  known_calls       integer not null check (known_calls >= 0),
  listed_recordings integer not null check (listed_recordings >= 0),
  known_recordings  integer not null check (known_recordings >= 0),
  found             integer not null default 0 check (found >= 0),
  looked_at         timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, connection_id, day),
  foreign key (org_id, connection_id) references public.connections (org_id, id) on delete cascade
);
comment on table public.connection_days is
  'What a provider''s list had of a day (of the organisation''s time zone) at the last look, how much of it was here after it, and how much looks brought that no message had told.';
call tenancy.protect_table('public.connection_days', 'jobs alone', '{job}');
call public.let_owners_be_found('public.connection_days');
grant select on public.connection_days to ringfence_app;
grant select, insert, update (listed_calls, known_calls, listed_recordings, known_recordings, found, looked_at) on public.connection_days to ringfence_worker;

-- Providers try again for seconds: what they told while nobody listened is lost, unless somebody asks for it afterwards.
create table public.intake (
  is_only      boolean primary key default true check (is_only),
  seen_at      timestamptz not null default now(),
  paused_from  timestamptz,
  paused_until timestamptz,
  check ((paused_from is null) = (paused_until is null))
);
comment on table public.intake is
  'Belongs to no tenant: when a server last said that it takes messages, and the last time that none did. Every connection asks its provider after such a pause.';
insert into public.intake default values;
grant select, update on public.intake to ringfence_lookup;

create function public.note_intake(silent_after interval) returns table (paused_from timestamptz, paused_until timestamptz)
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update public.intake i set
    paused_from = case when i.seen_at < clock_timestamp() - silent_after then i.seen_at else i.paused_from end,
    paused_until = case when i.seen_at < clock_timestamp() - silent_after then clock_timestamp() else i.paused_until end,
    seen_at = clock_timestamp()
  returning i.paused_from, i.paused_until
$$;
comment on function public.note_intake(interval) is
  'Definer of ringfence_lookup, for servers: one more of them takes messages. After a silence of all of them, the pause is noted.';

create function public.find_looks_due(as_of timestamptz) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select o.org_id from public.organizations o
  where o.closed_at is null and o.org_id in (
    select c.org_id from (
      select l.org_id, l.connection_id from public.connection_looks l where l.next_look_at <= as_of
      union
      select l.org_id, l.connection_id from public.connection_looks l
      where l.asked_at < (select i.paused_until from public.intake i) and l.next_look_at is not null) due
    join public.connections c on c.org_id = due.org_id and c.id = due.connection_id
    where c.enabled and c.provider in ('twilio', 'vapi'))
$$;
comment on function public.find_looks_due(timestamptz) is
  'Definer of ringfence_lookup, for the worker''s schedule: organisations with a connection whose provider should be asked. Ids alone, by two indexes.';
grant select (connection_id, next_look_at, asked_at) on public.connection_looks to ringfence_lookup;

create function public.intake_paused_until() returns timestamptz
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select i.paused_until from public.intake i
$$;
comment on function public.intake_paused_until() is
  'Definer of ringfence_lookup: when the last pause of all servers ended. Tells nothing of any tenant.';

do $$
declare
  function regprocedure;
begin
  grant create on schema public to ringfence_lookup;
  foreach function in array array[
    'public.note_intake(interval)', 'public.find_looks_due(timestamptz)', 'public.intake_paused_until()']::regprocedure[]
  loop
    execute format('revoke execute on function %s from public', function);
    execute format('alter function %s owner to ringfence_lookup', function);
  end loop;
  revoke create on schema public from ringfence_lookup;
end $$;
set local role ringfence_lookup;
grant execute on function public.note_intake(interval) to ringfence_app;
grant execute on function public.find_looks_due(timestamptz), public.intake_paused_until() to ringfence_worker;
set local role ringfence_owner;
