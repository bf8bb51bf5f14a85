-- Organisations, who belongs to them, and their notes. Applied as notes_owner, after the kernel's own SQL.
create table public.organizations (
  org_id uuid not null default gen_random_uuid(),
  id     uuid not null generated always as (org_id) stored,
  name   text not null,
  primary key (org_id, id),
  unique (org_id)
);
call tenancy.protect_table('public.organizations');
grant select on public.organizations to notes_app, notes_worker;

create table public.memberships (
  org_id  uuid not null references public.organizations (org_id),
  id      uuid not null default gen_random_uuid(),
  user_id uuid not null,
  role    text not null check (role in ('writer', 'reader')),
  primary key (org_id, id),
  unique (org_id, user_id)
);
call tenancy.protect_table('public.memberships');
grant select on public.memberships to notes_app;

create table public.notes (
  org_id uuid not null references public.organizations (org_id),
  id     uuid not null default gen_random_uuid(),
  text   text not null,
  words  integer,
  primary key (org_id, id)
);
call tenancy.protect_table('public.notes', 'notes.write', '{writer,job}');
grant select, insert, update, delete on public.notes to notes_app;
grant select, update on public.notes to notes_worker;

create table public.tags (
  org_id  uuid not null,
  id      uuid not null default gen_random_uuid(),
  note_id uuid not null,
  name    text not null,
  primary key (org_id, id),
  unique (org_id, note_id, name),
  foreign key (org_id, note_id) references public.notes (org_id, id) on delete cascade
);
call tenancy.protect_table('public.tags', 'notes.write', '{writer,job}');
grant select, insert, delete on public.tags to notes_app;
