set local lock_timeout = '2s';
create table public.provider_events (
  org_id        uuid not null,
  id            uuid not null default public.uuid_v7(),
  connection_id uuid not null,
  reference     text,
  dedupe_key    text not null,
  kind          text not null,
  outcome       text not null check (outcome in ('applied', 'ignored', 'parked')),
  parked_reason text check ((parked_reason is not null) = (outcome = 'parked')),
  content_type  text not null,
  body          bytea not null,
  occurred_at   timestamptz,
  received_at   timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, connection_id, dedupe_key),
  foreign key (org_id, connection_id) references public.connections (org_id, id)
);
comment on table public.provider_events is 'Each message as it came, byte for byte; its leg is found by the provider''s reference. Parked: genuine, but not understood.';
call tenancy.protect_table('public.provider_events');
create index idx_provider_events_org_reference on public.provider_events (org_id, connection_id, reference);
create index idx_provider_events_org_connection_id_received_at on public.provider_events (org_id, connection_id, received_at desc);
create index idx_provider_events_org_connection_id_parked on public.provider_events (org_id, connection_id, received_at desc) where outcome = 'parked';
grant select, insert on public.provider_events to ringfence_app;

create table public.transcript_segments (
  org_id      uuid not null,
  id          uuid not null default public.uuid_v7(),
  call_id     uuid not null,
  call_log_id uuid not null,
  position    integer not null check (position >= 0),
  speaker     text not null check (speaker in ('caller', 'agent')),
  start_ms    integer not null check (start_ms >= 0),
  end_ms      integer not null check (end_ms >= start_ms),
  text        text not null,
  primary key (org_id, id),
  unique (org_id, call_log_id, position),
  foreign key (org_id, call_id) references public.calls (org_id, id) on delete cascade,
  foreign key (org_id, call_log_id) references public.call_logs (org_id, id) on delete cascade
);
comment on table public.transcript_segments is 'What was said, a turn a row; milliseconds from the start of the conversation.';
call tenancy.protect_table('public.transcript_segments');
create index idx_transcript_segments_org_call_id on public.transcript_segments (org_id, call_id, start_ms);
grant select, insert, update, delete on public.transcript_segments to ringfence_app;
