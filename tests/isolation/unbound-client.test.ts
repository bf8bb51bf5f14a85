import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as schema from '@ringfence/db/schema';
import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { PgTable } from 'drizzle-orm/pg-core';
import { expect, test } from 'vitest';
import { databaseDrivers } from '../architecture/database-drivers.ts';
import { readSources } from '../architecture/read-sources.ts';
import { attack } from './database/attack.ts';
import type { AttackedDatabase } from './database/attacked-database.ts';
import { mayUse } from './database/privileges.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TABLES = Object.values(schema).flatMap((table) => (is(table, PgTable) && 'orgId' in getTableColumns(table) ? [table] : []));

/** What a router would import, were there such a thing: Drizzle on the app's log-in, bound to nobody. */
async function unboundSeesNothing({ a, clients, inTransaction }: AttackedDatabase): Promise<void> {
  const db = drizzle(clients.app);
  const readable: PgTable[] = [];
  for (const table of TABLES) if (await mayUse(clients.app, 'select', { name: `public.${getTableName(table)}` })) readable.push(table);
  expect(readable.length).toBeGreaterThan(10);
  const readAll = async () => {
    const counts: number[] = [];
    for (const table of readable) counts.push(await db.$count(table));
    return counts;
  };
  const own = await inTransaction('app', a.owner, readAll);
  expect(
    own.filter((count) => count === 0),
    'the same client, once it has entered',
  ).toEqual([]);
  expect(await readAll()).toEqual(readable.map(() => 0));
  const [kept] = await inTransaction('app', a.owner, () => db.select().from(schema.leads).limit(1));
  expect(await db.update(schema.leads).set({ name: 'Mine' })).toMatchObject({ rowCount: 0 });
  expect(await db.delete(schema.leads)).toMatchObject({ rowCount: 0 });
  const writing = db.insert(schema.leads).values({ orgId: kept?.orgId ?? '', name: 'Mine', phone: '+4915100000046' });
  await expect(writing).rejects.toMatchObject({ cause: { code: '42501' } });
}

attack('ATK-046 a client that is bound to nobody sees no row and changes none', unboundSeesNothing, {
  redWith: {
    'row-level security off on one table': 'alter table public.recordings disable row level security',
    'a policy for everybody': 'create policy leads_org_open on public.leads using (true) with check (true)',
  },
});

const DRIVERS = ['pg', 'postgres', 'kysely', '@prisma/client', 'pg-pool', 'pg-promise', 'knex'];
const WITHOUT_DRIVER = ['packages/platform', 'packages/domain', 'packages/client', 'apps/server', 'apps/worker', 'apps/dashboard'];

/** The drivers that a package brings to where it runs; its tests may have others. */
function driversOf(folder: string): string[] {
  const { dependencies = {} } = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8')) as { dependencies?: object };
  return DRIVERS.filter((driver) => Object.hasOwn(dependencies, driver));
}

test('ATK-046 where routers and verbs are written, no driver is among what they depend on', () => {
  expect(driversOf('packages/tenancy'), 'the kernel has its own').toEqual(['pg']);
  expect(WITHOUT_DRIVER.map(driversOf)).toEqual(WITHOUT_DRIVER.map(() => []));
});

test('ATK-046 ATK-048 nobody but the kernel opens a connection, and no pool is made beside its own', () => {
  const code = readSources(/\.(ts|tsx|mts)$/);
  expect(code.length).toBeGreaterThan(300);
  expect(databaseDrivers(code)).toEqual([]);
  const router = (source: string) => databaseDrivers([{ path: 'packages/platform/src/calls/calls.router.ts', source }]);
  expect(router(`import { Pool } from 'pg';`)).toHaveLength(1);
  expect(router(`import { drizzle } from 'drizzle-orm/node-postgres';`)).toHaveLength(1);
  expect(router(`import type { TenantReader } from '@ringfence/tenancy';`)).toEqual([]);
});
