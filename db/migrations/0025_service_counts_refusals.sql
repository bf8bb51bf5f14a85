-- A connection that is switched off can't enter: what is turned away there, the service counts in its stead.
grant select, insert, update on public.webhook_refusals to ringfence_service;
