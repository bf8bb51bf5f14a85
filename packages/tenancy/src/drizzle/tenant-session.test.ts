import { eq, placeholder, sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import { expect, test } from 'vitest';
import type { Answer, Statement } from '../connections/statement.ts';
import { kinds } from './kinds.fixture.ts';
import { databaseOn } from './tenant-db.ts';
import { TenantSession } from './tenant-session.ts';

/** Stands where the database would, to see what Drizzle's classes ask of ours: one test for each method that is overridden. */
function listening(answer: Partial<Answer>) {
  const asked: Statement[] = [];
  const statements = {
    ask(statement: Statement): Promise<Answer> {
      asked.push(statement);
      return Promise.resolve({ rows: [], fields: [], command: '', ...answer });
    },
    role: () => Promise.resolve('owner'),
  };
  return { asked, statements, db: databaseOn(statements), session: new TenantSession(new PgDialect(), statements) };
}

const WHOLE = [{ name: 'whole', dataTypeID: 23 }];

test('PgSession.prepareQuery: a built query is asked with its text, a name made of it, and encoded values', async () => {
  const { asked, db } = listening({ rows: [['7'], [null]], fields: WHOLE, command: 'SELECT 2' });
  expect(await db.select({ whole: kinds.whole }).from(kinds).where(eq(kinds.yes, true))).toEqual([{ whole: 7 }, { whole: null }]);
  expect(await db.select({ count: kinds.whole }).from(kinds).where(eq(kinds.yes, true))).toEqual([{ count: 7 }, { count: null }]);
  const [first, second] = asked;
  expect(first).toMatchObject({ text: 'select "whole" from "kinds" where "kinds"."yes" = $1', values: ['true'] });
  expect(first?.name).toMatch(/^t_[\w-]{24}$/);
  expect(second?.name, 'one text, one name, two shapes').toBe(first?.name);
});

test('PgPreparedQuery.execute and all: values are filled in at each run', async () => {
  const { asked, db } = listening({ rows: [['7']], fields: WHOLE, command: 'SELECT 1' });
  const prepared = db
    .select({ whole: kinds.whole })
    .from(kinds)
    .where(eq(kinds.whole, placeholder('whole')))
    .prepare('any');
  expect(await prepared.execute({ whole: 7 })).toEqual([{ whole: 7 }]);
  await prepared.execute({ whole: 8 });
  expect(asked.map(({ values }) => values)).toEqual([['7'], ['8']]);
  await expect(prepared.execute({})).rejects.toThrow('placeholder "whole"');
});

test('PgPreparedQuery.isResponseInArrayMode: a selection is read by place, anything else by name', () => {
  const { session } = listening({});
  const query = { sql: 'select 1', params: [] };
  expect(session.prepareQuery(query, [], undefined, true).isResponseInArrayMode()).toBe(true);
  expect(session.prepareQuery(query, undefined, undefined, false).isResponseInArrayMode()).toBe(false);
});

test('PgSession.execute and all: rows by name', async () => {
  const { db, session } = listening({ rows: [['7']], fields: WHOLE, command: 'SELECT 1' });
  expect(await db.execute(sql`select 7 as whole`)).toEqual({ rows: [{ whole: 7 }], rowCount: 1 });
  expect(await session.all(sql`select 7 as whole`)).toEqual([{ whole: 7 }]);
});

test('PgSession.count: a number', async () => {
  const { db } = listening({ rows: [['12']], fields: [{ name: 'count', dataTypeID: 20 }], command: 'SELECT 1' });
  expect(await db.$count(kinds)).toBe(12);
});

test('PgSession.transaction: there is none inside a tenant', () => {
  const { session } = listening({});
  expect(() => session.transaction()).toThrow('one transaction already');
});
