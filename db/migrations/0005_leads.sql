set local lock_timeout = '2s';
-- Lists go on from a time and an id; milliseconds, since that is what a cursor can carry.
create table public.leads (
  org_id     uuid not null references public.organizations (org_id) on delete cascade,
  id         uuid not null default public.uuid_v7(),
  name       text not null check (length(name) between 1 and 200),
  phone      text not null check (phone ~ '^\+[1-9][0-9]{6,14}$'),
  email      text,
  note       text,
  created_at timestamptz(3) not null default now(),
  primary key (org_id, id),
  unique (org_id, phone)
);
comment on table public.leads is 'Somebody who calls or is called; calls find their lead by number (E.164).';
call tenancy.protect_table('public.leads');
create index idx_leads_org_created_at on public.leads (org_id, created_at desc, id desc);
grant select, insert, update, delete on public.leads to ringfence_app, ringfence_service;

create table public.knowledge_base (
  org_id     uuid not null references public.organizations (org_id) on delete cascade,
  id         uuid not null default public.uuid_v7(),
  title      text not null check (length(title) between 1 and 200),
  body       text not null,
  active     boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz(3) not null default now(),
  primary key (org_id, id)
);
comment on table public.knowledge_base is 'Articles (Markdown) from which agents answer; only active ones are given to them.';
call tenancy.protect_table('public.knowledge_base');
create index idx_knowledge_base_org_active on public.knowledge_base (org_id, active);
create index idx_knowledge_base_org_updated_at on public.knowledge_base (org_id, updated_at desc, id desc);
grant select, insert, update, delete on public.knowledge_base to ringfence_app, ringfence_service;
