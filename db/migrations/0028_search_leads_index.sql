-- no transaction
create index concurrently idx_leads_keys on public.leads using gin (public.word_keys(org_id, name));
