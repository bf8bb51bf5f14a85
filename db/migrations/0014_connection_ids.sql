set local lock_timeout = '2s';
-- The id of a connection is what a webhook's address names, without an organisation: nobody may take another's afterwards either.
create function public.connection_id_stays() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if new.id is distinct from old.id then
    raise exception 'the id of a connection cannot be changed' using errcode = '42501';
  end if;
  return new;
end $$;
revoke execute on function public.connection_id_stays() from public;
create trigger connections_id_stays before update of id on public.connections
  for each row execute function public.connection_id_stays();
