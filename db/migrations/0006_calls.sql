set local lock_timeout = '2s';
create table public.calls (
  org_id           uuid not null references public.organizations (org_id) on delete cascade,
  id               uuid not null default public.uuid_v7(),
  connection_id    uuid not null,
  direction        text not null check (direction in ('inbound', 'outbound')),
  status           text not null check (status in ('ringing', 'in-progress', 'completed', 'missed', 'voicemail', 'busy', 'failed', 'canceled', 'end-unknown')),
  from_number      text,
  to_number        text,
  from_address     text,
  to_address       text,
  party_number     text generated always as (case direction when 'inbound' then from_number else to_number end) stored,
  started_at       timestamptz(3) not null,
  answered_at      timestamptz,
  ended_at         timestamptz,
  ring_seconds     integer check (ring_seconds >= 0),
  duration_seconds integer check (duration_seconds >= 0),
  agent_name       text,
  summary          text,
  ended_reason     text,
  cost_micros      bigint check (cost_micros >= 0),
  created_at       timestamptz not null default now(),
  updated_at       timestamptz not null default clock_timestamp(),
  primary key (org_id, id),
  foreign key (org_id, connection_id) references public.connections (org_id, id)
);
comment on table public.calls is 'A conversation, derived from its legs. Talking time is duration_seconds, ringing is kept apart.';
call tenancy.protect_table('public.calls');
create index idx_calls_org_started_at on public.calls (org_id, started_at desc, id desc);
create index idx_calls_org_status_started_at on public.calls (org_id, status, started_at desc, id desc);
create index idx_calls_org_party_number on public.calls (org_id, party_number, started_at desc);
create index idx_calls_org_updated_at on public.calls (org_id, updated_at);
create index idx_calls_org_connection_id on public.calls (org_id, connection_id);
grant select, insert, update, delete on public.calls to ringfence_app;
grant select, update on public.calls to ringfence_worker;

create table public.call_logs (
  org_id            uuid not null,
  id                uuid not null default public.uuid_v7(),
  call_id           uuid not null,
  connection_id     uuid not null,
  reference         text not null,
  parent_reference  text,
  related_reference text,
  direction         text check (direction in ('inbound', 'outbound')),
  status            text check (status in ('ringing', 'in-progress', 'completed', 'missed', 'voicemail', 'busy', 'failed', 'canceled')),
  sequence          integer,
  from_number       text,
  to_number         text,
  from_address      text,
  to_address        text,
  started_at        timestamptz,
  answered_at       timestamptz,
  ended_at          timestamptz,
  talk_seconds      integer check (talk_seconds >= 0),
  ended_reason      text,
  summary           text,
  cost_micros       bigint check (cost_micros >= 0),
  agent_name        text,
  created_at        timestamptz not null default now(),
  updated_at        timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, connection_id, reference),
  foreign key (org_id, call_id) references public.calls (org_id, id) on delete cascade,
  foreign key (org_id, connection_id) references public.connections (org_id, id)
);
comment on table public.call_logs is 'A leg or attempt as the provider reported it: facts that only grow, so that events may come in any order.';
call tenancy.protect_table('public.call_logs');
create index idx_call_logs_org_created_at on public.call_logs (org_id, created_at desc);
create index idx_call_logs_org_status on public.call_logs (org_id, status);
create index idx_call_logs_org_call_id on public.call_logs (org_id, call_id);
create index idx_call_logs_org_reference on public.call_logs (org_id, reference);
create index idx_call_logs_org_related_reference on public.call_logs (org_id, related_reference) where related_reference is not null;
create index idx_call_logs_org_parent_reference on public.call_logs (org_id, parent_reference) where parent_reference is not null;
grant select, insert, update, delete on public.call_logs to ringfence_app;
grant select on public.call_logs to ringfence_worker;
