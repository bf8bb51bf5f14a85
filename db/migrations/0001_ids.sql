-- UUIDv7 (RFC 9562): ids sort by time, so that big tables can be partitioned by them later.
do $$
begin
  if current_setting('server_version_num')::int >= 180000 then
    create function public.uuid_v7() returns uuid language sql volatile
      set search_path = pg_catalog, pg_temp as 'select uuidv7()';
  else
    create function public.uuid_v7() returns uuid language sql volatile
      set search_path = pg_catalog, pg_temp as $body$
      select encode(set_bit(set_bit(
        overlay(uuid_send(gen_random_uuid())
          placing substring(int8send(floor(extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6),
        52, 1), 53, 1), 'hex')::uuid $body$;
  end if;
end $$;
revoke execute on function public.uuid_v7() from public;
grant execute on function public.uuid_v7() to ringfence_app, ringfence_worker, ringfence_service, ringfence_lookup;
grant usage on schema public to ringfence_app, ringfence_worker, ringfence_service, ringfence_lookup, ringfence_identity;
grant usage on schema tenancy to ringfence_app, ringfence_worker, ringfence_service, ringfence_lookup;
revoke execute on function public.auth_org_id() from public;
grant execute on function public.auth_org_id() to ringfence_app, ringfence_worker, ringfence_service, ringfence_lookup;
grant execute on function tenancy.enter_tenant(text) to ringfence_app, ringfence_worker, ringfence_service;
