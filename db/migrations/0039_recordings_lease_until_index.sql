-- no transaction
create index concurrently idx_recordings_lease_until on public.recordings (lease_until) where status = 'processing';
