-- People of outside issuers. Two issuers may give one name to two people, so that a person is known by issuer and subject together.
set local lock_timeout = '2s';
alter table identity.users alter column email drop not null;
comment on column identity.users.email is
  'What a person signs in with here. Null for one whom outside issuers alone know: nobody takes a sign-in over by telling its address.';

create table identity.subjects (
  issuer     text not null check (length(issuer) between 1 and 255),
  subject    text not null check (length(subject) between 1 and 255),
  user_id    uuid not null references identity.users (id) on delete cascade,
  email      text,
  created_at timestamptz not null default now(),
  primary key (issuer, subject)
);
create index idx_subjects_user_id on identity.subjects (user_id);
comment on table identity.subjects is
  'Belongs to no tenant: who a subject of an outside issuer is here. email is what that issuer proved; it names nobody.';
grant select, insert, update, delete on identity.subjects to ringfence_identity;
