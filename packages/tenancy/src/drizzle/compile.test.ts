import { and, asc, desc, eq, gt, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { TenantClientEnded } from '../tenant-client-ended.ts';
import { compile, type Given } from './compile.ts';
import { kernelWithKinds, kindOf, kinds, notes } from './kinds.fixture.ts';

const { acme, rival, tenancy, open } = await kernelWithKinds();
for (const { orgId, owner } of [acme, rival]) {
  await tenancy.inTenant(owner, async (db) => {
    const made = await db
      .insert(kinds)
      .values([1, 2, 3].map((index) => kindOf(orgId, index)))
      .returning({ id: kinds.id });
    await db.insert(notes).values(made.slice(0, 1).map(({ id }) => ({ orgId, kindId: id, body: 'noted' })));
  });
}

const listKinds = compile((query, given: Given<{ above: number; limit: number }>) =>
  query
    .select({ kind: { id: kinds.id, whole: kinds.whole, at: kinds.at }, note: { id: notes.id, body: notes.body } })
    .from(kinds)
    .leftJoin(notes, and(eq(notes.orgId, kinds.orgId), eq(notes.kindId, kinds.id)))
    .where(and(eq(kinds.orgId, given('orgId')), gt(kinds.whole, given('above'))))
    .orderBy(asc(kinds.id))
    .limit(given('limit')),
);
const addKind = compile((query, given: Given<{ at: Date | null; tags: string[]; json: unknown; raw: Buffer }>) =>
  query
    .insert(kinds)
    .values({ orgId: given('orgId'), words: 'made', at: given('at'), tags: given('tags'), json: given('json'), raw: given('raw') })
    .returning({ orgId: kinds.orgId, at: kinds.at, tags: kinds.tags, json: kinds.json, raw: kinds.raw }),
);
const rename = compile((query, given: Given<{ to: string; id: string }>) =>
  query
    .update(kinds)
    .set({ words: sql`${given('to')}` })
    .where(and(eq(kinds.orgId, given('orgId')), eq(kinds.id, given('id'))))
    .returning({ words: kinds.words }),
);

test('a compiled query gives what the same query gives when it is built each time, left joins included', async () => {
  for (const { owner, orgId } of [acme, rival]) {
    const [compiled, built] = await tenancy.readInTenant(owner, (db) =>
      Promise.all([
        listKinds(db, { above: -100, limit: 10 }),
        db
          .select({ kind: { id: kinds.id, whole: kinds.whole, at: kinds.at }, note: { id: notes.id, body: notes.body } })
          .from(kinds)
          .leftJoin(notes, and(eq(notes.orgId, kinds.orgId), eq(notes.kindId, kinds.id)))
          .where(eq(kinds.orgId, orgId))
          .orderBy(asc(kinds.id)),
      ]),
    );
    expect(compiled).toStrictEqual(built);
    expect(compiled.map(({ note }) => note?.body)).toEqual(['noted', undefined, undefined]);
  }
});

test('the organisation is the client’s own, whatever is given', async () => {
  const values = { above: -100, limit: 10, orgId: rival.orgId };
  const own = await tenancy.readInTenant(acme.owner, (db) => listKinds(db, values));
  expect(own).toHaveLength(3);
  expect(own).toStrictEqual(await tenancy.inTenant(acme.owner, (db) => listKinds(db, { above: -100, limit: 10 })));
});

test('values are encoded as the column has it, nulls too', async () => {
  const at = new Date('1969-07-20T20:17:40.123Z');
  const given = { at, tags: ['a,b', '"', 'null', ''], json: { deep: [1, null] }, raw: Buffer.from([0, 92, 255]) };
  const made = await tenancy.inTenant(acme.owner, async (db) => [
    ...(await addKind(db, given)),
    ...(await addKind(db, { ...given, at: null })),
  ]);
  expect(made).toStrictEqual([
    { ...given, orgId: acme.orgId },
    { ...given, orgId: acme.orgId, at: null },
  ]);
});

test('a compiled write reaches its own organisation alone', async () => {
  const [theirs] = await tenancy.readInTenant(rival.owner, (db) => db.select({ id: kinds.id }).from(kinds).limit(1));
  expect(await tenancy.inTenant(rival.owner, (db) => rename(db, { id: theirs?.id ?? '', to: 'renamed' }))).toEqual([{ words: 'renamed' }]);
  expect(await tenancy.inTenant(acme.owner, (db) => rename(db, { id: theirs?.id ?? '', to: 'stolen' }))).toEqual([]);
});

test('a value that is missing, and a client that is none, are refused before anything is sent', async () => {
  const incomplete = JSON.parse('{"above": 1}') as { above: number; limit: number };
  await expect(tenancy.readInTenant(acme.owner, (db) => listKinds(db, incomplete))).rejects.toThrow(
    'no value was given for the placeholder "limit"',
  );
  const kept = await tenancy.readInTenant(acme.owner, (db) => Promise.resolve({ db }));
  await expect(listKinds(kept.db, { above: 1, limit: 1 })).rejects.toThrow(TenantClientEnded);
  await expect(listKinds({ ...kept.db }, { above: 1, limit: 1 })).rejects.toThrow('runs on a tenant client');
});

test('ATK-047 one compiled query, ten times for one organisation and then for another on the same connection, closes over neither', async () => {
  const narrow = open('app', { maxConnections: 1 });
  const newest = compile((query) => query.select({ orgId: kinds.orgId }).from(kinds).orderBy(desc(kinds.id)).limit(1));
  for (let turn = 0; turn < 10; turn += 1) {
    expect(await narrow.readInTenant(acme.owner, (db) => newest(db, {}))).toEqual([{ orgId: acme.orgId }]);
  }
  for (let turn = 0; turn < 10; turn += 1) {
    expect(await narrow.readInTenant(rival.owner, (db) => newest(db, {}))).toEqual([{ orgId: rival.orgId }]);
  }
});
