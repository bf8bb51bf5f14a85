-- Attempts by account and by network address, counted in windows of fixed length and shared by every server. Keys are hashes, so that
-- the table tells neither addresses nor who tried to sign in.
drop table identity.rate_limits;
create table identity.rate_limits (
  key     text primary key,
  count   integer not null check (count > 0),
  ends_at timestamptz not null
);
comment on table identity.rate_limits is 'Belongs to no tenant: attempts to sign in, sign up and reset, by hashed account and hashed network address.';
create index idx_rate_limits_ends_at on identity.rate_limits (ends_at);
grant select, insert, update, delete on identity.rate_limits to ringfence_identity;
