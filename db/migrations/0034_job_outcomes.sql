set local lock_timeout = '2s';
-- Workers answer no questions of a monitor themselves: how jobs ended they add up here, for a server to tell.
create table public.job_outcomes (
  job     text not null check (length(job) <= 100),
  outcome text not null check (length(outcome) <= 40),
  reason  text not null default '' check (length(reason) <= 60),
  count   bigint not null,
  primary key (job, outcome, reason)
);
comment on table public.job_outcomes is 'Belongs to no tenant: how often jobs of a name ended in which way, and why, of all organisations together.';
grant select, insert, update on public.job_outcomes to ringfence_worker;
grant select on public.job_outcomes to ringfence_app;

create function public.count_outcomes() returns table (job text, outcome text, reason text, count bigint)
language sql stable set search_path = pg_catalog, pg_temp as 'select o.job, o.outcome, o.reason, o.count from public.job_outcomes o';
revoke execute on function public.count_outcomes() from public;
grant execute on function public.count_outcomes() to ringfence_app;
