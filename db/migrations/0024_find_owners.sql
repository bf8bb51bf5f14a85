set local lock_timeout = '2s';
-- After a miss: whose is an id that somebody named? Of every tenant table ringfence_lookup may read the two columns that say so, and no more.
create procedure public.let_owners_be_found(target regclass)
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  execute format('grant select (org_id, id) on %s to ringfence_lookup', target);
  if exists (select from pg_policy where polrelid = target and polcmd = 'r' and polroles = array['ringfence_lookup'::regrole::oid]) then return; end if;
  execute format('create policy %I on %s for select to ringfence_lookup using (true)',
    (select relname from pg_class where oid = target) || '_org_lookup_select', target);
end $$;
comment on procedure public.let_owners_be_found(regclass) is
  'For migrations: each new tenant table is named here once, or attempts on its ids stay unseen (a test finds those that were not).';
revoke execute on procedure public.let_owners_be_found(regclass) from public;

do $$
declare
  target regclass;
begin
  for target in select c.oid from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
  loop
    call public.let_owners_be_found(target);
  end loop;
end $$;

-- Organisation by organisation, since every primary key begins there: an index on id alone would cost each write for the sake of a rare
-- question. `offset 0` keeps the planner from reading whole tables instead.
create function public.find_owners(ids uuid[])
returns table (id uuid, org_id uuid, found_in text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  branches text;
begin
  if cardinality(ids) > 50 then
    raise exception 'too many ids at once' using errcode = '54000';
  end if;
  select string_agg(format(
      'select t.id, o.org_id, %L from public.organizations o cross join lateral '
      '(select x.id from %s x where x.org_id = o.org_id and x.id = any ($1) offset 0) t where o.closed_at is null', c.relname, c.oid::regclass), ' union all ')
    into branches
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'id' and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    and exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'org_id' and not o.attisdropped)
    and has_column_privilege(c.oid, a.attnum, 'select');
  return query execute branches || ' union all '
    'select m.user_id, m.org_id, ''members'' from public.memberships m join public.organizations o on o.org_id = m.org_id '
    'where m.user_id = any ($1) and o.closed_at is null limit 500' using ids;
end $$;
comment on function public.find_owners(uuid[]) is
  'Definer of ringfence_lookup, for ringfence_service alone: the organisations that own ids, or have a user of that id. For anybody else it would be an oracle.';
revoke execute on function public.find_owners(uuid[]) from public;

grant create on schema public to ringfence_lookup;
alter function public.find_owners(uuid[]) owner to ringfence_lookup;
revoke create on schema public from ringfence_lookup;
set local role ringfence_lookup;
grant execute on function public.find_owners(uuid[]) to ringfence_service;
set local role ringfence_owner;
