set local lock_timeout = '2s';
-- What was said until now, read by the one role that sees every organisation's; its rights to do so end here.
set local role ringfence_lookup;
insert into public.transcript_words (org_id, call_log_id, words)
  select org_id, call_log_id, public.word_keys(org_id, string_agg(text, ' ')) from public.transcript_segments group by 1, 2;
set local role ringfence_owner;
create index idx_transcript_words_words on public.transcript_words using gin (words);
revoke insert on public.transcript_words from ringfence_lookup;
revoke select on public.transcript_segments from ringfence_lookup;
grant select (org_id, id) on public.transcript_segments to ringfence_lookup;
drop policy transcript_words_org_backfill_insert on public.transcript_words;
