-- Named where the roles stand, so that they are compared with the application's own table of them.
set local lock_timeout = '2s';
comment on function public.take_job(uuid) is
  'Definer, for retry_job and cancel_job alone: one job of the transaction''s own tenant, locked. Refuses whoever may not change jobs: jobs.write.';
