-- no transaction
create index concurrently idx_recordings_org_unstored on public.recordings (org_id, id desc) where status <> 'stored';
