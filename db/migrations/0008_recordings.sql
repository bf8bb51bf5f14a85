set local lock_timeout = '2s';
create table public.recordings (
  org_id         uuid not null,
  id             uuid not null default public.uuid_v7(),
  call_id        uuid not null,
  call_log_id    uuid not null,
  connection_id  uuid not null,
  reference      text not null,
  source_url     text not null,
  account_id     text,
  status         text not null default 'pending' check (status in ('pending', 'processing', 'stored', 'failed')),
  attempts       integer not null default 0 check (attempts >= 0),
  failure_reason text check ((failure_reason is not null) = (status = 'failed')),
  last_error     text,
  lease_number   integer not null default 0,
  lease_worker   text,
  lease_until    timestamptz,
  content_type   text,
  channels       smallint check (channels > 0),
  duration_ms    integer check (duration_ms >= 0),
  size_bytes     bigint check (size_bytes >= 0),
  sha256         text check (sha256 ~ '^[0-9a-f]{64}$'),
  stored_at      timestamptz,
  created_at     timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, connection_id, reference),
  foreign key (org_id, call_id) references public.calls (org_id, id) on delete cascade,
  foreign key (org_id, call_log_id) references public.call_logs (org_id, id) on delete cascade,
  foreign key (org_id, connection_id) references public.connections (org_id, id),
  check (status <> 'stored' or (sha256 is not null and size_bytes is not null and duration_ms is not null and content_type is not null)),
  check (status <> 'processing' or lease_until is not null)
);
comment on table public.recordings is 'Sound of a call; its bytes are in storage at org/<org_id>/recordings/<id>. Only the holder of the newest lease number may finish it.';
call tenancy.protect_table('public.recordings');
create index idx_recordings_org_call_id on public.recordings (org_id, call_id);
create index idx_recordings_org_call_log_id on public.recordings (org_id, call_log_id);
create index idx_recordings_org_status on public.recordings (org_id, status);
grant select, insert, update, delete on public.recordings to ringfence_app;
grant select, update on public.recordings to ringfence_worker;

create table public.failed_recording_uploads (
  org_id       uuid not null,
  id           uuid not null default public.uuid_v7(),
  recording_id uuid not null,
  call_log_id  uuid not null,
  attempt      integer not null check (attempt > 0),
  reason       text not null,
  message      text not null,
  failed_at    timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, recording_id, attempt),
  foreign key (org_id, recording_id) references public.recordings (org_id, id) on delete cascade,
  foreign key (org_id, call_log_id) references public.call_logs (org_id, id) on delete cascade
);
comment on table public.failed_recording_uploads is 'One failed attempt to store a recording; its call is found through call_logs.';
call tenancy.protect_table('public.failed_recording_uploads');
create index idx_failed_recording_uploads_org_call_log_id on public.failed_recording_uploads (org_id, call_log_id);
grant select on public.failed_recording_uploads to ringfence_app;
grant select, insert on public.failed_recording_uploads to ringfence_worker;
