-- The count of what an organisation has waiting ends at a hundred, so it must go along its index and never gather a flood first.
alter function public.enqueue_job(text, jsonb, integer, text, timestamptz) set enable_bitmapscan = off;
alter function public.enqueue_job(text, jsonb, integer, text, timestamptz) set enable_seqscan = off;
