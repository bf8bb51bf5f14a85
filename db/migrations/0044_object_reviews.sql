set local lock_timeout = '2s';
create table public.object_reviews (
  org_id      uuid not null references public.organizations (org_id) on delete cascade,
  id          uuid not null default public.uuid_v7(),
  folder      text not null default 'recordings',
  next_at     timestamptz not null,
  looked_at   timestamptz,
  objects     integer not null default 0 check (objects >= 0),
  recordings  integer not null default 0 check (recordings >= 0),
  removed     integer not null default 0 check (removed >= 0),
  fetched     integer not null default 0 check (fetched >= 0),
  unknown     integer not null default 0 check (unknown >= 0),
  unfinished  integer not null default 0 check (unfinished >= 0),
  halted      text check (halted in ('too-many-orphans', 'too-many-lost')),
  primary key (org_id, id),
  unique (org_id, folder)
);
comment on table public.object_reviews is 'When a folder of an organisation''s storage is compared with its rows next, and what the last look came to. What it found stands in object_findings.';

create table public.object_findings (
  org_id       uuid not null references public.organizations (org_id) on delete cascade,
  id           uuid not null default public.uuid_v7(),
  kind         text not null check (kind in ('orphan', 'lost')),
  recording_id uuid not null,
  number       integer not null check (number >= 0),
  size_bytes   bigint check (size_bytes >= 0),
  found_at     timestamptz not null default clock_timestamp(),
  apply_at     timestamptz not null,
  settled_at   timestamptz,
  outcome      text check (outcome in ('removed', 'fetched', 'healed')),
  primary key (org_id, id),
  check ((settled_at is null) = (outcome is null))
);
comment on table public.object_findings is 'An object without a recording (orphan), or a stored recording without its object (lost): seen by one look, dealt with by a later one that sees the same.';
create unique index idx_object_findings_org_open on public.object_findings (org_id, kind, recording_id, number) where settled_at is null;
create index idx_object_findings_org_apply_at on public.object_findings (org_id, apply_at) where settled_at is null;

-- Before row-level security: who has recordings already is compared from now on.
alter table public.recordings no force row level security;
insert into public.object_reviews (org_id, next_at) select distinct r.org_id, now() from public.recordings r;
alter table public.recordings force row level security;

call tenancy.protect_table('public.object_reviews');
call tenancy.limit_writers('public.object_reviews', '{update}', 'jobs alone', '{job}');
call public.let_owners_be_found('public.object_reviews');
create index idx_object_reviews_next_at on public.object_reviews (next_at);
grant select, update on public.object_reviews to ringfence_worker;

call tenancy.protect_table('public.object_findings');
call tenancy.limit_writers('public.object_findings', '{insert,update,delete}', 'jobs alone', '{job}');
call public.let_owners_be_found('public.object_findings');
grant select, insert, update, delete on public.object_findings to ringfence_worker;

-- An organisation is compared from its first recording on.
create function public.expect_object_review() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into public.object_reviews (org_id, next_at)
    select new.org_id, now() + interval '1 day' where new.org_id = public.auth_org_id()
    on conflict (org_id, folder) do nothing;
  return null;
end $$;
comment on function public.expect_object_review() is
  'Definer, so that it works for every role that may add a recording; policies hold it to the transaction''s own tenant.';
revoke execute on function public.expect_object_review() from public;
create trigger recordings_expect_object_review after insert on public.recordings
  for each row execute function public.expect_object_review();
