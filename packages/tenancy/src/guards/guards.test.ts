import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { expect, test } from 'vitest';
import { compile } from '../drizzle/compile.ts';
import { kernel } from '../kernel.fixture.ts';
import { leads, memberships } from '../tables.fixture.ts';
import type { GuardWarning } from './guards.ts';
import { UnboundStatements } from './unbound-statements.ts';

const { acme, open, superuser } = await kernel();
const warnings: GuardWarning[] = [];
const guards = { warn: (warning: GuardWarning) => void warnings.push(warning), mostRoundTrips: 4 };
const guarded = open('app', { guards });
const countLeads = compile((query) => query.select({ id: leads.id }).from(leads));

async function warningsOf(work: () => Promise<unknown>): Promise<string[]> {
  warnings.length = 0;
  await work();
  for (const { at } of warnings) expect(at, 'the place in the code').toContain('guards.test.ts:');
  return warnings.map(({ kind }) => kind);
}

test('a query awaited in a loop is told, with its place, and one that is asked at once is not', async () => {
  const inLoop = () =>
    guarded.readInTenant(acme.owner, async (db) => {
      for (let turn = 0; turn < 3; turn += 1) await db.select({ id: leads.id }).from(leads);
    });
  const compiledInLoop = () =>
    guarded.inTenant(acme.owner, async (db) => {
      for (let turn = 0; turn < 3; turn += 1) await countLeads(db, {});
    });
  const atOnce = () => guarded.readInTenant(acme.owner, (db) => Promise.all([1, 2, 3, 4].map(() => countLeads(db, {}))));
  expect(await warningsOf(inLoop)).toEqual(['awaited-in-a-loop']);
  expect(await warningsOf(compiledInLoop)).toEqual(['awaited-in-a-loop']);
  expect(await warningsOf(atOnce)).toEqual([]);
});

test('too many round trips in one piece of work are told once', async () => {
  const busy = (times: number) => () =>
    guarded.readInTenant(acme.owner, async (db) => {
      await db.$count(leads);
      await db.$count(memberships);
      if (times > 4) await db.select({ name: leads.name }).from(leads);
      if (times > 4) await db.select({ phone: leads.phone }).from(leads);
      await db.select({ role: memberships.role }).from(memberships);
    });
  expect(await warningsOf(busy(3))).toEqual([]);
  expect(await warningsOf(busy(5))).toEqual(['too-many-round-trips']);
});

test('a client used after its work is told, and so is a statement of another client on a tenant table', async () => {
  const late = async () => {
    const { promise: isOver, resolve: over } = Promise.withResolvers<void>();
    const { outcome } = await guarded.readInTenant(acme.owner, async (db) => ({
      outcome: isOver.then(() => db.select({ id: leads.id }).from(leads)).catch(() => 'refused'),
    }));
    over();
    expect(await outcome).toBe('refused');
  };
  const unbound = async () => {
    await drizzle(superuser, { logger: new UnboundStatements([leads], guards) })
      .select()
      .from(leads);
  };
  const global = async () => {
    await drizzle(superuser, { logger: new UnboundStatements([memberships], guards) })
      .select()
      .from(leads);
  };
  expect(await warningsOf(late)).toEqual(['without-a-tenant']);
  expect(await warningsOf(global)).toEqual([]);
  warnings.length = 0;
  await unbound();
  expect(warnings.map(({ kind }) => kind)).toEqual(['without-a-tenant']);
});

test('every statement is told to the hook, with its organisation and time and without its values', async () => {
  const told: object[] = [];
  const counted = open('app', { onStatement: (statement) => told.push(statement) });
  await counted.inTenant(acme.owner, (db) => db.select({ id: leads.id }).from(leads));
  await expect(counted.readInTenant(acme.owner, (db) => db.execute(sql`select 1 / 0`))).rejects.toThrow();
  expect(told).toMatchObject([
    { orgId: acme.orgId, rows: 1, failure: undefined, ms: expect.any(Number) },
    { orgId: acme.orgId, rows: 0, failure: expect.stringMatching(/^\w{5}$/) },
  ]);
  expect(Object.keys(told[0] ?? {}).toSorted()).toEqual(['failure', 'ms', 'name', 'orgId', 'rows']);
});
