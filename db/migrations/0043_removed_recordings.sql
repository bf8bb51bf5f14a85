set local lock_timeout = '2s';
create table public.removed_recordings (
  org_id          uuid not null,
  id              uuid not null,
  connection_id   uuid not null,
  reference       text not null,
  lease_number    integer not null,
  removed_at      timestamptz not null default clock_timestamp(),
  objects_gone_at timestamptz,
  primary key (org_id, id),
  unique (org_id, connection_id, reference),
  foreign key (org_id, connection_id) references public.connections (org_id, id) on delete cascade
);
comment on table public.removed_recordings is 'A recording that was removed, by its own id: whatever tells of it later brings it back no more, and its objects go, if need be long afterwards.';
call tenancy.protect_table('public.removed_recordings');
call tenancy.limit_writers('public.removed_recordings', '{update}', 'jobs alone', '{job}');
call public.let_owners_be_found('public.removed_recordings');
create index idx_removed_recordings_org_unsettled on public.removed_recordings (org_id, removed_at) where objects_gone_at is null;
grant select on public.removed_recordings to ringfence_app, ringfence_worker;
grant update (objects_gone_at) on public.removed_recordings to ringfence_worker;

-- However a recording's row goes, by itself or with its call: what is left of it is known. An organisation that is erased leaves nothing.
create function public.remember_removed_recording() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(concat_ws(':', 'recording', old.org_id, old.connection_id, old.reference), 0));
  if exists (select from public.connections c where c.org_id = old.org_id and c.id = old.connection_id) then
    insert into public.removed_recordings (org_id, id, connection_id, reference, lease_number)
      values (old.org_id, old.id, old.connection_id, old.reference, old.lease_number) on conflict do nothing;
  end if;
  return old;
end $$;
comment on function public.remember_removed_recording() is
  'Definer, so that no role that serves requests can write or lift a tombstone by itself; policies hold it to the transaction''s own tenant.';
revoke execute on function public.remember_removed_recording() from public;
create trigger recordings_remember_removed before delete on public.recordings
  for each row execute function public.remember_removed_recording();

-- A tombstone wins. The lock makes whoever tells of a recording wait for whoever removes it, and look afterwards.
create function public.refuse_removed_recording() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended(concat_ws(':', 'recording', new.org_id, new.connection_id, new.reference), 0));
  if exists (select from public.removed_recordings t
      where t.org_id = new.org_id and t.connection_id = new.connection_id and t.reference = new.reference) then
    return null;
  end if;
  return new;
end $$;
comment on function public.refuse_removed_recording() is
  'Definer, so that it works for every role that may add a recording; policies hold it to the transaction''s own tenant.';
revoke execute on function public.refuse_removed_recording() from public;
create trigger recordings_refuse_removed before insert on public.recordings
  for each row execute function public.refuse_removed_recording();

-- To remove is more than to add or change: owners and admins, and what works for the organisation.
call tenancy.limit_writers('public.recordings', '{delete}', 'recordings.remove', '{owner,admin,job,operator}');
