set local lock_timeout = '2s';
-- What a provider's list had is taken in by a job, and what was kept is read anew by an operator: by the same verbs that take a message.
grant select, insert on public.provider_events to ringfence_worker;
grant insert, delete on public.calls to ringfence_worker;
grant insert, update on public.call_logs to ringfence_worker;
grant insert on public.recordings to ringfence_worker;
grant select, insert, update, delete on public.transcript_segments to ringfence_worker;
grant select, insert, update, delete on public.transcript_words to ringfence_worker;

grant select, insert, update, delete on public.calls to ringfence_service;
grant select, insert, update, delete on public.call_logs to ringfence_service;
grant select, insert, update on public.recordings to ringfence_service;
grant select, insert, update, delete on public.transcript_segments, public.transcript_words to ringfence_service;
grant select, update (reference, kind, outcome, parked_reason, occurred_at) on public.provider_events to ringfence_service;
call tenancy.limit_writers('public.provider_events', '{update}', 'operators alone', '{operator}');
