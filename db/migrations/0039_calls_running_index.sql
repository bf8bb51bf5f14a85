-- no transaction
create index concurrently idx_calls_running on public.calls (started_at) where status in ('ringing', 'in-progress');
