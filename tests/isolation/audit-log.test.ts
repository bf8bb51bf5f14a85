import { expect } from 'vitest';
import { attack, attackCatalogue } from './database/attack.ts';
import { type AttackedDatabase, RUN_TIME_LOG_INS } from './database/attacked-database.ts';
import { attempt, countOf } from './database/statement.ts';

const INSERT =
  'insert into public.audit_log (org_id, actor_kind, actor_id, action, at) values ($1, $2, $3, $4, $5) returning actor_kind, actor_id, at';
const WRITERS = ['app', 'worker', 'service'] as const;

async function rowsAreAddedAlone({ a, clients, inTransaction }: AttackedDatabase): Promise<void> {
  const acting = {
    app: a.owner,
    worker: { orgId: a.orgId, actor: { kind: 'job', id: '7' } },
    service: { orgId: a.orgId, actor: { kind: 'operator', id: 'ada' } },
  } as const;
  for (const logIn of WRITERS) {
    await inTransaction(logIn, acting[logIn], async (client) => {
      const added = await attempt(
        client,
        `insert into public.audit_log (org_id, actor_kind, actor_id, action) values ($1, 'x', 'x', 'test')`,
        [a.orgId],
      );
      expect(added, `added by ${logIn}`).toMatchObject({ rows: 1, code: null });
      for (const statement of [
        `update public.audit_log set action = 'other'`,
        `update public.audit_log set at = now()`,
        'delete from public.audit_log',
        'truncate public.audit_log',
      ]) {
        expect(await attempt(client, statement), `${statement} by ${logIn}`).toMatchObject({ code: '42501' });
      }
    });
  }
  expect(await countOf(clients.superuser, 'select count(*) from public.audit_log where org_id = $1', [a.orgId])).toBeGreaterThan(3);
}

attack('ATK-113 the log can be added to, and nothing in it changed or taken away', rowsAreAddedAlone, {
  redWith: {
    'the right to change a row': 'grant update (action) on public.audit_log to ringfence_app',
    'the right to change its time': 'grant update (at) on public.audit_log to ringfence_worker',
    'the right to take one away': 'grant delete on public.audit_log to ringfence_service',
    'the right to empty it': 'grant truncate on public.audit_log to ringfence_app',
  },
});

async function whoAndWhenAreTrue({ a, b, clients, inTransaction }: AttackedDatabase): Promise<void> {
  const long = '2001-01-01T00:00:00Z';
  for (const [name, caller] of Object.entries({ owner: a.owner, agent: a.agent, viewer: a.viewer })) {
    await inTransaction('app', caller, async (client) => {
      for (const [kind, id] of [
        ['operator', 'ada'],
        ['user', b.owner.actor.id],
        ['user', a.owner.actor.id],
        ['outsider', 'outsider'],
      ]) {
        expect(await attempt(client, INSERT.replace(/ returning.*/, ''), [a.orgId, kind, id, 'test.forged', long]), name).toMatchObject({
          rows: 1,
        });
      }
      await client.query('commit');
    });
  }
  const { rows } = await clients.superuser.query<{ actors: string[]; oldest: Date }>(
    `select array_agg(distinct actor_kind || ':' || actor_id order by actor_kind || ':' || actor_id) as actors, min(at) as oldest
     from public.audit_log where action = 'test.forged'`,
  );
  expect(rows[0]?.actors).toEqual([a.owner, a.agent, a.viewer].map(({ actor }) => `user:${actor.id}`).toSorted());
  expect(rows[0]?.oldest.getFullYear()).toBeGreaterThan(2001);
}

attack('ATK-113 a row says who really wrote it, and when, whatever its writer claims', whoAndWhenAreTrue, {
  redWith: {
    'the stamp gone': 'drop trigger audit_log_stamp on public.audit_log',
    'the stamp and the check gone':
      'drop trigger audit_log_stamp on public.audit_log; alter policy audit_log_org_insert on public.audit_log with check (org_id = (select public.auth_org_id()))',
    'a stamp of the actor alone': `create or replace function public.stamp_audit_row() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
       begin new.actor_kind := split_part(public.auth_actor(), ':', 1); new.actor_id := split_part(public.auth_actor(), ':', 2); return new; end $$`,
  },
});

async function ownersAndAdminsRead({ a, b, inTransaction }: AttackedDatabase): Promise<void> {
  const read = 'select count(*) from public.audit_log';
  await inTransaction('app', a.owner, async (client) => {
    expect(await countOf(client, read), 'an owner').toBeGreaterThan(0);
    expect(await countOf(client, `${read} where org_id = $1`, [b.orgId]), "another's").toBe(0);
  });
  const connection = { orgId: a.orgId, actor: { kind: 'connection', id: a.connectionId } } as const;
  for (const [name, caller] of Object.entries({ agent: a.agent, viewer: a.viewer, connection })) {
    await inTransaction('app', caller, async (client) => expect(await countOf(client, read), name).toBe(0));
  }
  const job = { orgId: a.orgId, actor: { kind: 'job', id: '7' } } as const;
  await inTransaction('worker', job, async (client) => expect(await attempt(client, read)).toMatchObject({ code: '42501' }));
}

attack('ATK-113 the log is read by owners and admins alone', ownersAndAdminsRead, {
  redWith: {
    'a policy that asks for the tenant alone':
      'alter policy audit_log_org_select on public.audit_log using (org_id = (select public.auth_org_id()))',
    'a worker that may read it': 'grant select on public.audit_log to ringfence_worker',
  },
});

async function everyTableHasFindableOwners({ clients }: AttackedDatabase): Promise<void> {
  const { rows } = await clients.superuser.query<{ table: string }>(`
    select c.oid::regclass::text as table from pg_class c join pg_attribute i on i.attrelid = c.oid and i.attname = 'id' and not i.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'org_id' and not o.attisdropped)
      and (not has_column_privilege('ringfence_lookup', c.oid, i.attnum, 'select') or not exists (
        select from pg_policy where polrelid = c.oid and polcmd = 'r' and polroles = array['ringfence_lookup'::regrole::oid]))`);
  expect(rows, 'say call public.let_owners_be_found(…) in the migration').toEqual([]);
}

attackCatalogue('ATK-020 the trail finds the owner of every id there is', everyTableHasFindableOwners, {
  redWith: {
    'a new table that nobody named': `create table public.notes (org_id uuid not null, id uuid not null, primary key (org_id, id))`,
    'a table hidden again': 'drop policy leads_org_lookup_select on public.leads',
  },
});

/** What tells that a recording's work is due, for the functions that name the organisations which have some. */
const DUE = ['recordings.lease_until', 'recordings.retry_at', 'recordings.status'];

async function lookupReadsIdsAlone({ clients }: AttackedDatabase): Promise<void> {
  const { rows } = await clients.superuser.query<{ granted: string }>(`
    select c.relname || '.' || a.attname as granted from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
      and c.relname in ('provider_events', 'recordings', 'audit_log', 'webhook_refusals', 'failed_recording_uploads')
      and a.attname not in ('org_id', 'id') and has_column_privilege('ringfence_lookup', c.oid, a.attnum, 'select')
    order by 1`);
  expect(rows.map(({ granted }) => granted)).toEqual(DUE);
}

attackCatalogue(
  'ATK-011 who asks for owners, or for whom work is due, reads ids and when, and nothing of what they stand for',
  lookupReadsIdsAlone,
  {
    redWith: { 'a whole table': 'grant select on public.recordings to ringfence_lookup' },
  },
);

async function ownersAreNoOracle({ a, b, clients, inTransaction }: AttackedDatabase): Promise<void> {
  const ask = 'select * from public.find_owners(array[$1]::uuid[])';
  for (const logIn of RUN_TIME_LOG_INS) {
    await inTransaction(logIn, logIn === 'app' ? a.owner : null, async (client) => {
      const outcome = await attempt(client, ask, [b.callId]);
      expect(outcome, logIn).toMatchObject(logIn === 'service' ? { rows: 1, code: null } : { code: '42501' });
    });
  }
  const many = Array.from({ length: 51 }, () => b.callId);
  await expect(clients.service.query('select * from public.find_owners($1::uuid[])', [many])).rejects.toMatchObject({ code: '54000' });
}

attack('ATK-011 whose an id is, the service alone may ask, and only so much at once', ownersAreNoOracle, {
  redWith: { 'the app asks too': 'grant execute on function public.find_owners(uuid[]) to ringfence_app' },
});
