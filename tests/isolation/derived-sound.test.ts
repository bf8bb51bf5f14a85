import { calls } from '@ringfence/db/schema';
import { openTenancies, testDatabase } from '@ringfence/testing/database';
import { eq } from 'drizzle-orm';
import { Client } from 'pg';
import { afterAll, expect, test } from 'vitest';
import { digestOf } from './database/digest-of.ts';
import { seedTwoOrganizations } from './database/two-organizations.ts';

const database = await testDatabase();
const { a, b } = await seedTwoOrganizations(database);
const { app, close } = openTenancies(database);
const superuser = new Client({ connectionString: database.urls.superuser });
await superuser.connect();
afterAll(async () => {
  await superuser.end();
  await close();
  await database.close();
});

/** Every table whose rows hang on a recording, as the catalogue has them. */
async function derivedTables(): Promise<string[]> {
  const { rows } = await superuser.query<{ name: string }>(
    `select distinct conrelid::regclass::text as name from pg_constraint where contype = 'f' and confrelid = 'public.recordings'::regclass order by 1`,
  );
  return rows.map(({ name }) => name);
}

async function countOf(table: string, orgId: string): Promise<number> {
  const { rows } = await superuser.query<{ count: number }>(`select count(*)::integer as count from ${table} where org_id = $1`, [orgId]);
  return rows[0]?.count ?? -1;
}

test('ATK-101 whatever is derived from a recording is of its organisation, and dies with it', async () => {
  const tables = await derivedTables();
  expect(tables).toEqual(expect.arrayContaining(['recording_history', 'recording_peaks', 'failed_recording_uploads']));
  for (const table of tables) expect(await countOf(table, a.orgId), `${table}: no row to try with`).toBeGreaterThan(0);
  const before = await digestOf(superuser, b.orgId);
  await app.inTenant(a.owner, (db) => db.delete(calls).where(eq(calls.id, a.callId)));
  for (const table of tables) expect(await countOf(table, a.orgId), table).toBe(0);
  expect(await digestOf(superuser, b.orgId)).toEqual(before);
});
