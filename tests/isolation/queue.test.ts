import type { Caller } from '@ringfence/tenancy';
import type { Client } from 'pg';
import { expect } from 'vitest';
import { attack } from './database/attack.ts';
import { type AttackedDatabase, RUN_TIME_LOG_INS } from './database/attacked-database.ts';
import { attempt, countOf } from './database/statement.ts';

/** Queues a job as a member of an organisation, and gives its id. */
async function queueAs({ inTransaction }: AttackedDatabase, caller: Caller, key: string): Promise<string> {
  return inTransaction('app', caller, async (client) => {
    const { rows } = await client.query<{ id: string }>(`select public.enqueue_job('test', '{"what": "x"}', 3, $1) as id`, [key]);
    await client.query('commit');
    return rows[0]?.id ?? '';
  });
}

async function onlyOneWayIn({ a, b, inTransaction }: AttackedDatabase): Promise<void> {
  const payload = JSON.stringify({ orgId: b.orgId, recordingId: b.recordingId });
  for (const logIn of RUN_TIME_LOG_INS.filter((each) => each !== 'worker')) {
    await inTransaction(logIn, logIn === 'app' ? a.owner : null, async (client) => {
      for (const [statement, values] of [
        [`select graphile_worker.add_job('store-recording', $1::json)`, [payload]],
        [`insert into graphile_worker._private_jobs (task_id, payload) values (1, $1::json)`, [payload]],
        [`update graphile_worker._private_jobs set payload = $1::json`, [payload]],
        [`delete from graphile_worker._private_jobs`, []],
        [`select from graphile_worker._private_jobs`, []],
        [`select from ringfence.queued_jobs`, []],
        [`select public.enqueue_tick('test', now(), 'store-recording', $1::jsonb, 1, 'x')`, [payload]],
        [`select public.take_job(gen_random_uuid())`, []],
      ] as const) {
        expect(await attempt(client, statement, [...values]), `${logIn}: ${statement}`).toMatchObject({ code: '42501' });
      }
    });
  }
  expect(await inTransaction('app', null, (client) => attempt(client, `select public.enqueue_job('test', '{}', 1, 'x')`))).toMatchObject({
    code: '42501',
  });
}

attack('ATK-077 nobody who serves requests writes or reads the queue past its one entry', onlyOneWayIn, {
  redWith: {
    'the queue open to the app': `grant usage on schema graphile_worker to ringfence_app; grant select on graphile_worker._private_jobs to ringfence_app`,
    'the inner function for everybody': 'grant execute on function public.take_job(uuid) to public',
  },
});

async function keysAreOnesOwn(database: AttackedDatabase): Promise<void> {
  const { a, b, clients } = database;
  const ids = [await queueAs(database, a.owner, 'same'), await queueAs(database, b.owner, 'same')];
  const { rows } = await clients.superuser.query<{ orgId: string }>(
    `select payload ->> 'orgId' as "orgId" from graphile_worker._private_jobs where payload ->> 'jobId' = any ($1) order by id`,
    [ids],
  );
  expect(rows.map(({ orgId }) => orgId)).toEqual([a.orgId, b.orgId]);
}

/** The entry as it is, with one thing of it changed. */
const ENTRY_WITHOUT = (what: string, instead: string) => `do $do$ begin
  execute replace(pg_get_functiondef('public.enqueue_job(text, jsonb, integer, text, timestamptz)'::regprocedure), ${what}, ${instead}); end $do$`;

attack('ATK-084 a key that another organisation uses too replaces nothing of it', keysAreOnesOwn, {
  redWith: {
    'keys without the organisation': ENTRY_WITHOUT(`'concat_ws('':'', tenant, '`, `'concat_ws('':'', '`),
  },
});

async function othersStandFirst(database: AttackedDatabase): Promise<void> {
  const { a, b, clients } = database;
  await clients.superuser.query('delete from graphile_worker._private_jobs');
  for (const key of ['1', '2', '3', '4']) await queueAs(database, a.owner, key);
  await queueAs(database, b.owner, '1');
  const { rows } = await clients.superuser.query<{ orgId: string; flags: object }>(
    `select payload ->> 'orgId' as "orgId", flags from graphile_worker._private_jobs order by priority, run_at, id`,
  );
  expect(rows.map(({ orgId }) => (orgId === a.orgId ? 'a' : 'b')).join('')).toBe('abaaa');
  expect(rows.map(({ flags }) => Object.keys(flags))).toEqual(rows.map(({ orgId }) => [`org:${orgId}`]));
}

attack('ATK-085 whoever floods the queue stands behind the next job of everybody else', othersStandFirst, {
  redWith: { 'one rank for all': ENTRY_WITHOUT(`'priority => waiting::integer'`, `'priority => 0'`) },
});

async function seenByOnesOwn(database: AttackedDatabase): Promise<void> {
  const { a, b, clients, inTransaction } = database;
  const [own, foreign] = [await queueAs(database, a.owner, 'seen'), await queueAs(database, b.owner, 'seen')];
  const before = await jobOf(clients.superuser, foreign);
  for (const caller of [a.owner, a.agent, a.viewer]) {
    await inTransaction('app', caller, async (client) => {
      const { rows } = await client.query<{ id: string }>('select id from public.list_jobs(null, null, 500)');
      const ids = rows.map(({ id }) => id);
      expect(ids).toContain(own);
      expect(ids).not.toContain(foreign);
      expect(await countOf(client, 'select sum(jobs) as count from public.count_jobs()')).toBe(ids.length);
    });
  }
  await inTransaction('app', a.owner, async (client) => {
    for (const verb of ['retry_job', 'cancel_job']) {
      expect(await attempt(client, `select * from public.${verb}($1)`, [foreign]), verb).toMatchObject({ rows: 0, code: null });
      expect(await attempt(client, `select * from public.${verb}($1)`, [own]), verb).toMatchObject({ rows: 1, code: null });
    }
    await client.query('commit');
  });
  expect(await jobOf(clients.superuser, foreign)).toEqual(before);
  expect(await jobOf(clients.superuser, own)).toBeUndefined();
  await inTransaction('app', null, async (client) => {
    expect(await countOf(client, 'select count(*) from public.list_jobs(null, null, 500)'), 'without a tenant').toBe(0);
    expect(await attempt(client, 'select * from public.cancel_job($1)', [foreign]), 'without a tenant').toMatchObject({ code: '42501' });
  });
}

async function jobOf(superuser: Client, id: string): Promise<unknown> {
  const { rows } = await superuser.query(`select * from graphile_worker._private_jobs where payload ->> 'jobId' = $1`, [id]);
  return rows[0];
}

const OPEN = (name: string, from: string, to: string) => `do $do$ begin
  execute replace(pg_get_functiondef('public.${name}'::regprocedure), '${from}', '${to}'); end $do$`;

attack('ATK-088 the queue shows and gives each organisation its own jobs alone', seenByOnesOwn, {
  redWith: {
    'a list of all': OPEN('list_jobs(text, uuid, integer)', 'q.org_id = (select public.auth_org_id())::text', 'true'),
    'counts of all': OPEN('count_jobs()', 'where q.org_id = (select public.auth_org_id())::text', ''),
    'jobs of all for the taking': OPEN('take_job(uuid)', `(j.payload ->> ''orgId'') = tenant and`, ''),
  },
});

async function viewersChangeNothing(database: AttackedDatabase): Promise<void> {
  const { a, inTransaction } = database;
  const id = await queueAs(database, a.owner, 'viewed');
  await inTransaction('app', a.viewer, async (client) => {
    for (const verb of ['retry_job', 'cancel_job']) {
      expect(await attempt(client, `select * from public.${verb}($1)`, [id]), verb).toMatchObject({ code: '42501' });
    }
  });
  for (const caller of [a.owner, a.agent]) {
    expect(await inTransaction('app', caller, (client) => attempt(client, 'select * from public.retry_job($1)', [id]))).toMatchObject({
      rows: 1,
      code: null,
    });
  }
}

attack('ATK-058 a viewer retries and cancels no job, with SQL either', viewersChangeNothing, {
  redWith: { 'roles that nobody asks': OPEN('take_job(uuid)', '{owner,admin,agent,operator}', '{owner,admin,agent,viewer,operator}') },
});
