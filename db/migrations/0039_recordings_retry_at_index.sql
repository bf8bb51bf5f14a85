-- no transaction
create index concurrently idx_recordings_retry_at on public.recordings (retry_at) where retry_at is not null;
