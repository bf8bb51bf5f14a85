-- no transaction
create index concurrently idx_knowledge_base_keys on public.knowledge_base using gin (public.word_keys(org_id, title || ' ' || body));
