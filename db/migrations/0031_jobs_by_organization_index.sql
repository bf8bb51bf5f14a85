-- no transaction
create index concurrently idx_jobs_org_available on graphile_worker._private_jobs
  ((payload ->> 'orgId'), is_available, (payload ->> 'jobId'));
