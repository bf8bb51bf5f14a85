import { asc, count, eq, sql } from 'drizzle-orm';
import { NodePgDatabase, NodePgSession } from 'drizzle-orm/node-postgres';
import { PgDialect } from 'drizzle-orm/pg-core';
import fc from 'fast-check';
import { Client } from 'pg';
import { afterAll, expect, test } from 'vitest';
import { kernelWithKinds, kindOf, kinds, notes } from './kinds.fixture.ts';
import { buildQuery, queryPlans } from './random-query.fixture.ts';
import type { TenantReader } from './tenant-db.ts';

const { acme, rival, tenancy, sign, urls } = await kernelWithKinds();
const { orgId, owner } = acme;
for (const each of [acme, rival]) {
  await tenancy.inTenant(each.owner, async (db) => {
    const made = await db
      .insert(kinds)
      .values(Array.from({ length: 40 }, (_, index) => kindOf(each.orgId, index)))
      .returning({ id: kinds.id });
    await db.insert(notes).values(
      made.flatMap(({ id }, index) =>
        Array.from({ length: index % 3 }, (_, turn) => ({
          orgId: each.orgId,
          kindId: id,
          body: turn ? `note ${index}` : null,
          at: new Date(index),
        })),
      ),
    );
  });
}

/** So many are asked at once, as a page would. */
const TOGETHER = 15;

/** Drizzle as it is shipped, in a transaction that has entered the same tenant. */
const client = new Client({ connectionString: urls.app });
await client.connect();
await client.query('begin');
await client.query('select tenancy.enter_tenant($1, true, null)', [sign(owner)]);
const dialect = new PgDialect();
const stock = new NodePgDatabase(dialect, new NodePgSession(client, dialect, undefined), undefined);
afterAll(() => client.end());

test('thousands of random queries give what stock Drizzle gives', { timeout: 120_000 }, async () => {
  const plans = fc.sample(queryPlans, 3000);
  for (let start = 0; start < plans.length; start += TOGETHER) {
    const some = plans.slice(start, start + TOGETHER);
    const [ours, theirs] = await Promise.all([
      tenancy.readInTenant(owner, (db) => Promise.all(some.map((plan) => buildQuery(db, plan)))),
      Promise.all(some.map((plan) => buildQuery(stock, plan))),
    ]);
    for (const [index, plan] of some.entries()) expect(ours[index], JSON.stringify(plan)).toStrictEqual(theirs[index]);
  }
});

test('grouping, sub-selects, expressions of tables and counts too', async () => {
  const byDay = (db: TenantReader | typeof stock) => {
    const noted = stock.$with('noted').as(
      stock
        .select({ kindId: notes.kindId, many: count().as('many') })
        .from(notes)
        .where(eq(notes.orgId, orgId))
        .groupBy(notes.kindId),
    );
    return db
      .with(noted)
      .select({ day: kinds.day, many: sql<number>`sum(${noted.many})`.mapWith(Number) })
      .from(kinds)
      .innerJoin(noted, eq(noted.kindId, kinds.id))
      .where(eq(kinds.orgId, orgId))
      .groupBy(kinds.day)
      .orderBy(asc(kinds.day));
  };
  const ours = await tenancy.readInTenant(owner, async (db) => byDay(db));
  expect(ours.length).toBeGreaterThan(10);
  expect(ours).toStrictEqual(await byDay(stock));
  const counted = await tenancy.readInTenant(owner, (db) => db.$count(kinds, eq(kinds.yes, true)));
  expect(counted).toBe(await stock.$count(kinds, eq(kinds.yes, true)));
  const distinct = (db: Pick<typeof stock, 'selectDistinct'>) =>
    db.selectDistinct({ words: kinds.words }).from(kinds).orderBy(asc(kinds.words));
  expect(await tenancy.readInTenant(owner, async (db) => distinct(db))).toStrictEqual(await distinct(stock));
});

test('a statement without a selection gives rows by name and a count, with the same types', async () => {
  const statement = sql`select id, words, tags, counts, json, raw, yes, whole, huge, exact, at, local, day, span from public.kinds order by id limit 5`;
  const theirs = await stock.execute(statement);
  const ours = await tenancy.readInTenant(owner, (db) => db.execute(statement));
  expect(ours.rows).toStrictEqual(theirs.rows);
  expect(ours.rowCount).toBe(theirs.rowCount);
});
