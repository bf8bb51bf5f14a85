import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { InstallRefused } from '@ringfence/tenancy/install';
import { verifyTenancy } from '@ringfence/tenancy/verify';
import { eq, sql } from 'drizzle-orm';
import { enqueueCountWords } from './count-words.job.ts';
import { notesDatabase } from './notes-database.fixture.ts';
import { notes, tags } from './schema.ts';
import { startNotesWorker } from './start-notes-worker.ts';

const database = await notesDatabase();
const { app, workerUrl, open, found, request, asOwner, withoutTenant, install, until } = database;
after(() => database.close());

const [acme, rival] = [await found('Acme Ltd'), await found('Rival Ltd')];
const theirs = await request(rival).notes.write({ text: 'their plan for the year', tags: ['plan'] });
const list = { limit: 50 };

test('each organisation lists its own notes', async () => {
  await request(acme).notes.write({ text: 'ours', tags: ['new', 'new'] });
  const [ours] = await request(acme).notes.list(list);
  assert.deepEqual([ours?.text, ours?.tags], ['ours', ['new']]);
  assert.deepEqual(
    (await request(rival).notes.list(list)).map(({ id }) => id),
    [theirs.id],
  );
});

test('without a tenant there are no rows, not even for who owns the tables', async () => {
  for (const table of ['organizations', 'memberships', 'notes', 'tags']) {
    const count = `select count(*)::int as rows from public.${table}`;
    assert.deepEqual(await asOwner(count), [{ rows: 0 }], `${table}, as its owner`);
    if (table !== 'memberships') assert.deepEqual(await withoutTenant(count), [{ rows: 0 }], table);
  }
});

test('a query that names no organisation sees its own rows alone', async () => {
  const rows = await app.inTenant(acme, (db) => db.select({ orgId: notes.orgId }).from(notes));
  assert.deepEqual(rows, [{ orgId: acme.orgId }]);
});

test('a row for another organisation is refused, and theirs are out of reach', async () => {
  const foreign = { orgId: rival.orgId, text: 'ours, in theirs' };
  await assert.rejects(
    app.inTenant(acme, (db) => db.insert(notes).values(foreign)),
    { name: 'StatementFailed', code: '42501' },
  );
  await assert.rejects(
    app.inTenant(acme, (db) => db.update(notes).set({ orgId: rival.orgId })),
    { code: '42501' },
  );
  const tagged = { orgId: acme.orgId, noteId: theirs.id, name: 'ours' };
  await assert.rejects(
    app.inTenant(acme, (db) => db.insert(tags).values(tagged)),
    { code: '23503' },
  );
  const changed = await app.inTenant(acme, (db) => db.delete(notes).where(eq(notes.id, theirs.id)).returning());
  assert.deepEqual(changed, []);
  assert.equal((await request(rival).notes.list(list)).length, 1);
});

test('who does not belong is refused, and a query cannot write', async () => {
  await assert.rejects(
    app.readInTenant({ orgId: rival.orgId, actor: acme.actor }, (db) => db.$count(notes)),
    { name: 'TenantRefused', code: 'TN003' },
  );
  await assert.rejects(
    app.readInTenant(acme, (db) => db.execute(sql`delete from public.notes`)),
    { code: '25006' },
  );
});

test('an injected setting shows nothing of another organisation', async () => {
  const forged = ['0'.repeat(12), rival.orgId, 'user', rival.actor.id, '9999999999', 'f'.repeat(64)].join('.');
  const { rows } = await app.inTenant(acme, (db) =>
    db.execute(sql`select org_id from public.notes where set_config('tenancy.context', ${forged}, true) is not null`),
  );
  assert.deepEqual(
    rows.filter((row) => row['org_id'] !== acme.orgId),
    [],
  );
  assert.deepEqual(
    await app.inTenant(acme, async (db) => {
      await db.execute(sql`select set_config('tenancy.context', ${forged}, true)`);
      return db.select({ id: notes.id }).from(notes);
    }),
    [],
  );
});

test('a client is of no use after its work', async () => {
  const { late } = await app.inTenant(acme, async (db) => ({ late: () => db.select().from(notes) }));
  await assert.rejects(async () => late(), { name: 'TenantClientEnded' });
});

test('a batch of queries makes one round trip', async () => {
  const { notes: asked, trips } = request(acme);
  const [one, other] = await Promise.all([asked.list(list), asked.list({ limit: 1 })]);
  assert.deepEqual([one.length, other.length], [1, 1]);
  assert.deepEqual(trips.toJSON(), { roundTrips: 1, statements: 2, shared: 2 });
});

test('a job works in the organisation that asked for it, whatever its payload names', async () => {
  const untouched = await app.inTenant(rival, (db) =>
    db.insert(notes).values({ orgId: rival.orgId, text: 'nobody counts this' }).returning({ id: notes.id }),
  );
  const wordsOf = async (caller: typeof acme) => (await request(caller).notes.list(list)).map(({ words }) => words);
  await app.inTenant(acme, (db) => enqueueCountWords(db, untouched[0]?.id ?? ''));
  const worker = await startNotesWorker(workerUrl, open(workerUrl));
  try {
    await until('every job is done', async () => (await asOwner('select from graphile_worker._private_jobs')).length === 0);
  } finally {
    await worker.stop();
  }
  assert.deepEqual(new Set(await wordsOf(rival)), new Set([5, null]));
  assert.deepEqual(await wordsOf(acme), [1]);
});

test('the catalogue says of every table that it is closed', async () => {
  const verified = await verifyTenancy(asOwner, { exemptRoles: ['notes_lookup'] });
  assert.deepEqual(new Set(verified.map(({ table }) => table)).size, 7);
  assert.deepEqual(
    verified.filter(({ ok }) => !ok),
    [],
  );
});

test('a key is changed while programs that sign with the old one still run', async () => {
  const next = randomBytes(32);
  await assert.rejects(install({ contextKey: next }), InstallRefused);
  assert.deepEqual(await install({ contextKey: next, previousContextKey: database.contextKey }), { applied: 0 });
  const renewed = open(database.appUrl, next);
  for (const tenancy of [app, renewed]) assert.equal(await tenancy.inTenant(acme, (db) => db.role()), 'writer');
  await install({ contextKey: next });
  assert.equal(await renewed.inTenant(acme, (db) => db.role()), 'writer');
  await assert.rejects(
    app.inTenant({ orgId: acme.orgId, actor: { kind: 'user', id: randomUUID() } }, (db) => db.role()),
    { code: 'TN001' },
  );
});
