-- What a server must know to call itself ready, and no row of any tenant.
grant usage on schema ringfence to ringfence_app;
grant select on ringfence.migrations to ringfence_app;
create function public.readiness() returns table (migrations text[], worker_silent_seconds double precision)
language sql stable set search_path = pg_catalog, pg_temp as $$
  select (select array_agg(m.name) from ringfence.migrations m),
         (select extract(epoch from clock_timestamp() - max(h.seen_at))::double precision from public.worker_heartbeats h)
$$;
comment on function public.readiness() is
  'Which migrations are recorded, and for how long every worker has been silent (null: there never was one). Reads no tenant''s row.';
revoke execute on function public.readiness() from public;
grant execute on function public.readiness() to ringfence_app;
