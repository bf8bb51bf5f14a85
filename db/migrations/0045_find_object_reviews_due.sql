set local lock_timeout = '2s';
-- Whose storage is to be compared: for the schedule, ids of organisations and nothing of theirs.
grant select (org_id, next_at) on public.object_reviews to ringfence_lookup;
create function public.find_object_reviews_due(as_of timestamptz) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.org_id from public.object_reviews r join public.organizations o on o.org_id = r.org_id
  where r.next_at <= as_of and o.closed_at is null
$$;
comment on function public.find_object_reviews_due(timestamptz) is
  'Definer of ringfence_lookup, for the worker''s schedule: organisations whose storage is to be compared with their recordings. Ids alone, by an index of when that is due.';
revoke execute on function public.find_object_reviews_due(timestamptz) from public;
grant create on schema public to ringfence_lookup;
alter function public.find_object_reviews_due(timestamptz) owner to ringfence_lookup;
revoke create on schema public from ringfence_lookup;
set local role ringfence_lookup;
grant execute on function public.find_object_reviews_due(timestamptz) to ringfence_worker;
set local role ringfence_owner;
