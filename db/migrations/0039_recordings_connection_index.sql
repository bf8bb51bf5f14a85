-- no transaction
create index concurrently idx_recordings_org_connection_id_unstored on public.recordings (org_id, connection_id, status) where status <> 'stored';
