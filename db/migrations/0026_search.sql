set local lock_timeout = '2s';
-- Search under row-level security: docs/search-under-row-level-security.md. The operators of text search aren't leakproof, so Postgres
-- applies them after a policy and never by an index. Hence indexes on keys that begin with the organisation, and functions that look
-- there past the policies, for the transaction's own tenant alone, and give ids.

-- Bounded, so that no text is too long for Postgres: 200,000 characters, 4,000 different words, 40 characters a word.
create function public.words_of(body text) returns text[]
language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select array(
    select left(word, 40) from unnest(tsvector_to_array(to_tsvector('simple', translate(left(body, 200000),
      '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~«»‘’‚“”„–—…¡¿·•', repeat(' ', 49))))) word
    limit 4000)
$$;
comment on function public.words_of(text) is 'The words of a text in lower case, whatever stands between them. Pure: reads nothing.';

create function public.word_keys(org_id uuid, body text) returns tsvector
language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select array_to_tsvector(array(select right(word_keys.org_id::text, 12) || word from unnest(public.words_of(body)) word))
$$;
comment on function public.word_keys(uuid, text) is
  'What an index holds of a text: its words, each behind the last digits of its organisation, so that no organisation''s searches pass another''s words. Pure: reads nothing.';

create function public.call_keys(org_id uuid, from_number text, to_number text, from_address text, to_address text, summary text) returns tsvector
language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
declare
  body text := concat_ws(' ', nullif(from_address, from_number), nullif(to_address, to_number), summary);
  keys text[] := '{}';
  number text;
begin
  foreach number in array array[from_number, to_number] loop
    for place in 2 .. coalesce(length(number), 0) - 1 loop
      keys := keys || (right(org_id::text, 12) || '#' || substr(number, place, 3));
    end loop;
  end loop;
  if body = '' then return array_to_tsvector(keys); end if;
  return array_to_tsvector(keys) || public.word_keys(org_id, body);
end $$;
comment on function public.call_keys(uuid, text, text, text, text, text) is
  'What an index holds of a call: the words of its addresses and summary, and three digits from every place of its numbers (E.164). Pure: reads nothing.';

create function public.words_query(org_id uuid, search text, operator text) returns tsquery
language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select string_agg(format('%L:*', right(words_query.org_id::text, 12) || word), operator)::tsquery
  from (select word from unnest(public.words_of(search)) word limit 20) words
$$;
comment on function public.words_query(uuid, text, text) is
  'Asks keys for the beginnings of words: all of them (&) or any (|); null for no words. Pure: reads nothing.';

create function public.searched_number(search text) returns text
language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select substring(regexp_replace(search, '[\s().-]', '', 'g') from '^\+?0*(\d{2,40})$')
$$;
comment on function public.searched_number(text) is
  'The digits to look for where a search is a number, however it is written; null where it is none. Pure: reads nothing.';

create function public.number_query(org_id uuid, digits text) returns tsquery
language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select case when length(digits) = 2 then format('%L:*', right(number_query.org_id::text, 12) || '#' || digits)::tsquery
    else (select string_agg(format('%L', right(number_query.org_id::text, 12) || '#' || substr(digits, place, 3)), '&')::tsquery
          from generate_series(greatest(1, length(digits) - 5), length(digits) - 2) place) end
$$;
comment on function public.number_query(uuid, text) is 'Asks the keys of calls for numbers that hold the last six of these digits, perhaps apart. Pure: reads nothing.';

create table public.transcript_words (
  org_id      uuid not null,
  id          uuid not null default public.uuid_v7(),
  call_log_id uuid not null,
  words       tsvector not null,
  primary key (org_id, id),
  foreign key (org_id, call_log_id) references public.call_logs (org_id, id) on delete cascade
);
comment on table public.transcript_words is 'The words that were said on a leg, in one row: what a search finds transcripts by.';
create index idx_transcript_words_org_call_log_id on public.transcript_words (org_id, call_log_id);
call tenancy.protect_table('public.transcript_words', 'calls.import', '{owner,admin,connection,job,operator}');
call public.let_owners_be_found('public.transcript_words');
grant select, insert, update, delete on public.transcript_words to ringfence_app;

-- What ringfence_lookup may read beyond ids, to search in it.
grant select (call_log_id, words) on public.transcript_words to ringfence_lookup;
grant select (call_id) on public.call_logs to ringfence_lookup;
grant select (direction, status, from_number, to_number, party_number, from_address, to_address, started_at, summary) on public.calls to ringfence_lookup;
grant select (phone, name) on public.leads to ringfence_lookup;
grant select (title, body) on public.knowledge_base to ringfence_lookup;

-- Few calls are found by the indexes of keys and put in order; many, by walking through all in order until a page is full. Which of the two
-- is counted, not estimated: Postgres has no statistics of one organisation. `offset 0` leaves a look nothing to use but the index of
-- keys; whose a row is, is compared afterwards, on the row itself.
create function public.search_calls(search text, of_direction text, of_status text, since timestamptz, until timestamptz,
  before_at timestamptz, before_id uuid, at_most integer) returns setof uuid
language plpgsql stable security definer rows 50 set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_custom_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  few constant integer := 2000;
  tenant uuid := public.auth_org_id();
  asked tsquery := public.words_query(tenant, search, '&');
  digits text := public.searched_number(search);
  dialed tsquery := public.number_query(tenant, digits);
  candidates uuid[];
begin
  candidates := array(
    (select c.id from (
       select k.org_id, k.id from public.calls k
       where public.call_keys(k.org_id, k.from_number, k.to_number, k.from_address, k.to_address, k.summary) @@ asked offset 0) c
     where c.org_id = tenant limit few + 1)
    union
    (select l.call_id from (select k.org_id, k.call_log_id from public.transcript_words k where k.words @@ asked offset 0) w
     join public.call_logs l on l.org_id = w.org_id and l.id = w.call_log_id where w.org_id = tenant limit few + 1)
    union
    (select c.id from (select k.org_id, k.phone from public.leads k where public.word_keys(k.org_id, k.name) @@ asked offset 0) l
     join public.calls c on c.org_id = l.org_id and c.party_number = l.phone where l.org_id = tenant limit few + 1)
    union
    (select c.id from (
       select k.org_id, k.id, k.from_number, k.to_number from public.calls k
       where public.call_keys(k.org_id, k.from_number, k.to_number, k.from_address, k.to_address, k.summary) @@ dialed offset 0) c
     where c.org_id = tenant and (c.from_number like '%' || digits || '%' or c.to_number like '%' || digits || '%') limit few + 1));
  if cardinality(candidates) <= few then
    return query
      select c.id from (
        select k.id, k.direction, k.status, k.started_at from public.calls k where k.org_id = tenant and k.id = any (candidates) offset 0) c
      where (of_direction is null or c.direction = of_direction) and (of_status is null or c.status = of_status)
        and (since is null or c.started_at >= since) and (until is null or c.started_at < until)
        and (before_at is null or (c.started_at, c.id) < (before_at, before_id))
      order by c.started_at desc, c.id desc limit at_most;
    return;
  end if;
  return query
    select c.id from public.calls c left join public.leads l on l.org_id = c.org_id and l.phone = c.party_number
    where c.org_id = tenant
      and (of_direction is null or c.direction = of_direction) and (of_status is null or c.status = of_status)
      and (since is null or c.started_at >= since) and (until is null or c.started_at < until)
      and (before_at is null or (c.started_at, c.id) < (before_at, before_id))
      and (
        (c.from_number like '%' || digits || '%') is true or (c.to_number like '%' || digits || '%') is true
        or (public.call_keys(c.org_id, null, null, c.from_address, c.to_address, c.summary) @@ asked) is true
        or (public.word_keys(l.org_id, l.name) @@ asked) is true
        or exists (select from public.call_logs g join public.transcript_words w on w.org_id = g.org_id and w.call_log_id = g.id
                   where g.org_id = tenant and g.call_id = c.id and w.words @@ asked))
    order by c.started_at desc, c.id desc limit at_most;
end $$;
comment on function public.search_calls(text, text, text, timestamptz, timestamptz, timestamptz, uuid, integer) is
  'Definer of ringfence_lookup: ids of a page of the tenant''s own calls that a search finds, by indexes from which row-level security keeps the operators of text search. The tenant is the transaction''s own; what the ids stand for is read under the caller''s own policies.';

create function public.search_articles(search text) returns setof uuid
language plpgsql stable security definer rows 20 set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_custom_plan set enable_seqscan = off as $$
declare
  tenant uuid := public.auth_org_id();
  asked tsquery := public.words_query(tenant, search, '|');
begin
  return query
    with found as materialized (
      select k.org_id, k.id from public.knowledge_base k where public.word_keys(k.org_id, k.title || ' ' || k.body) @@ asked)
    select f.id from found f where f.org_id = tenant;
end $$;
comment on function public.search_articles(text) is
  'Definer of ringfence_lookup: ids of the tenant''s own articles that hold a word of a search; as search_calls.';

create function public.score_article(title text, body text, search text) returns integer
language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select round(1000000 * ts_rank(
    setweight(to_tsvector('simple', left(title, 200000)), 'A') || to_tsvector('simple', left(body, 200000)),
    (select string_agg(format('%L:*', word), '|')::tsquery from (select word from unnest(public.words_of(search)) word limit 20) words)))::integer
$$;
comment on function public.score_article(text, text, text) is
  'How well an article answers a search, in millionths: by its own words alone, whatever else there is. Pure: reads nothing.';

do $$
declare
  function regprocedure;
begin
  grant create on schema public to ringfence_lookup;
  foreach function in array array['public.search_calls(text, text, text, timestamptz, timestamptz, timestamptz, uuid, integer)', 'public.search_articles(text)']::regprocedure[]
  loop
    execute format('revoke execute on function %s from public', function);
    execute format('alter function %s owner to ringfence_lookup', function);
  end loop;
  revoke create on schema public from ringfence_lookup;
end $$;
set local role ringfence_lookup;
grant execute on function public.search_calls(text, text, text, timestamptz, timestamptz, timestamptz, uuid, integer) to ringfence_app;
grant execute on function public.search_articles(text) to ringfence_app;
set local role ringfence_owner;

-- For 0027 alone, which reads what was said before there was this table.
grant select on public.transcript_segments to ringfence_lookup;
grant insert on public.transcript_words to ringfence_lookup;
create policy transcript_words_org_backfill_insert on public.transcript_words for insert to ringfence_lookup with check (true);
