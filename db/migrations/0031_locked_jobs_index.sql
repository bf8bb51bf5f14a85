-- no transaction
create index concurrently idx_jobs_locked_by on graphile_worker._private_jobs (locked_by) where locked_at is not null;
