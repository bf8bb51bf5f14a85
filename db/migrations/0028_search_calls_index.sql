-- no transaction
create index concurrently idx_calls_keys on public.calls using gin (public.call_keys(org_id, from_number, to_number, from_address, to_address, summary));
