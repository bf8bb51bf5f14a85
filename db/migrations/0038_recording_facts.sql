set local lock_timeout = '2s';
alter table public.recordings
  add column deletes_at  timestamptz,
  add column is_playable boolean not null default true,
  add column lease_job   text,
  add column rounds      smallint not null default 0 check (rounds >= 0),
  add column retry_at    timestamptz,
  add check (retry_at is null or status = 'failed');
comment on column public.recordings.deletes_at is 'When its provider deletes it, where that is known: work goes by it.';
comment on column public.recordings.lease_job is 'The job that holds or last held the lease: only its own end may end the recording.';
comment on column public.recordings.retry_at is 'When a failed recording''s attempts begin anew by themselves; rounds counts how often they did.';

-- What happened to a recording beside its coming and its storing, which its own row tells.
create table public.recording_history (
  org_id       uuid not null,
  id           uuid not null default public.uuid_v7(),
  recording_id uuid not null,
  at           timestamptz not null default clock_timestamp(),
  kind         text not null check (kind in ('claimed', 'failed', 'given-up', 'refused', 'freed', 'retried')),
  attempt      integer not null check (attempt >= 0),
  reason       text,
  message      text,
  primary key (org_id, id),
  foreign key (org_id, recording_id) references public.recordings (org_id, id) on delete cascade
);
comment on table public.recording_history is 'What happened to a recording, step by step, in our words. Rows are added and read, never changed.';
call tenancy.protect_table('public.recording_history');
call tenancy.limit_writers('public.recording_history', '{insert}', 'recordings.write', '{owner,admin,agent,connection,job,operator}');
call public.let_owners_be_found('public.recording_history');
create index idx_recording_history_org_recording_id on public.recording_history (org_id, recording_id, at);
grant select, insert on public.recording_history to ringfence_app, ringfence_worker;

create table public.recording_peaks (
  org_id       uuid not null,
  id           uuid not null default public.uuid_v7(),
  recording_id uuid not null,
  bucket_ms    integer not null check (bucket_ms > 0),
  channels     smallint not null check (channels between 1 and 8),
  levels       bytea not null check (octet_length(levels) between 1 and 16000 and octet_length(levels) % channels = 0),
  primary key (org_id, id),
  unique (org_id, recording_id),
  foreign key (org_id, recording_id) references public.recordings (org_id, id) on delete cascade
);
comment on table public.recording_peaks is 'How loud a stored recording is along its length, a byte for each bucket, channel after channel. Goes with its recording.';
call tenancy.protect_table('public.recording_peaks');
call tenancy.limit_writers('public.recording_peaks', '{insert,delete}', 'jobs alone', '{job}');
call public.let_owners_be_found('public.recording_peaks');
grant select on public.recording_peaks to ringfence_app;
grant select, insert, delete on public.recording_peaks to ringfence_worker;
