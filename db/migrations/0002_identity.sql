-- Who can sign in. There is no tenant yet at sign-in, so these tables lie in a schema of their own, which one log-in alone may use.
create schema identity;
revoke all on schema identity from public;
grant usage on schema identity to ringfence_identity;
grant execute on function public.uuid_v7() to ringfence_identity;

create table identity.users (
  id             uuid primary key default public.uuid_v7(),
  name           text not null,
  email          text not null unique,
  email_verified boolean not null default false,
  image          text,
  created_at     timestamptz not null default now(),
  updated_at     timestamptz not null default now()
);
comment on table identity.users is 'Belongs to no tenant: a person may belong to several organisations; public.memberships says to which.';

create table identity.sessions (
  id            uuid primary key default public.uuid_v7(),
  user_id       uuid not null references identity.users (id) on delete cascade,
  token         text not null unique,
  active_org_id uuid,
  ip_address    text,
  user_agent    text,
  expires_at    timestamptz not null,
  created_at    timestamptz not null default now(),
  updated_at    timestamptz not null default now()
);
create index idx_sessions_user_id on identity.sessions (user_id);
comment on table identity.sessions is
  'Belongs to no tenant: a sign-in comes before an organisation is chosen. active_org_id is a wish; the membership is looked up wherever it is used.';

create table identity.accounts (
  id                       uuid primary key default public.uuid_v7(),
  user_id                  uuid not null references identity.users (id) on delete cascade,
  account_id               text not null,
  provider_id              text not null,
  password                 text,
  access_token             text,
  refresh_token            text,
  id_token                 text,
  access_token_expires_at  timestamptz,
  refresh_token_expires_at timestamptz,
  scope                    text,
  created_at               timestamptz not null default now(),
  updated_at               timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index idx_accounts_user_id on identity.accounts (user_id);
comment on table identity.accounts is 'Belongs to no tenant: how a person proves who they are. Passwords are hashes (scrypt).';

create table identity.verifications (
  id         uuid primary key default public.uuid_v7(),
  identifier text not null,
  value      text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index idx_verifications_identifier on identity.verifications (identifier);
comment on table identity.verifications is 'Belongs to no tenant: short-lived proofs of an address.';

create table identity.jwks (
  id          uuid primary key default public.uuid_v7(),
  public_key  text not null,
  private_key text not null,
  alg         text,
  crv         text,
  created_at  timestamptz not null default now(),
  expires_at  timestamptz
);
comment on table identity.jwks is 'Belongs to no tenant: the keys that sign bearer tokens; the private halves are encrypted by the application.';

create table identity.rate_limits (
  id           uuid primary key default public.uuid_v7(),
  key          text not null unique,
  count        integer not null,
  last_request bigint not null
);
comment on table identity.rate_limits is 'Belongs to no tenant: sign-in attempts by network address, counted across servers.';

grant select, insert, update, delete on all tables in schema identity to ringfence_identity;
