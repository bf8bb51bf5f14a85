-- Tokens that name their organisation where users can edit it. Listed, so that an operator sees when that can go.
set local lock_timeout = '2s';
create table identity.legacy_claims (
  issuer        text not null,
  user_id       uuid not null,
  named_org_id  uuid not null references public.organizations (org_id) on delete cascade,
  uses          bigint not null default 1 check (uses > 0),
  first_used_at timestamptz not null default now(),
  last_used_at  timestamptz not null default now(),
  primary key (issuer, user_id, named_org_id)
);
create index idx_legacy_claims_named_org_id on identity.legacy_claims (named_org_id);
comment on table identity.legacy_claims is
  'Belongs to no tenant: members who came in by user_metadata.org_id, for the operator alone. Without an end to it, nobody knows when it ended.';
grant select, insert, update, delete on identity.legacy_claims to ringfence_identity;
