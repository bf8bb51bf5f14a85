import * as schema from '@ringfence/db/schema';
import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { type AnyPgColumn, PgTable } from 'drizzle-orm/pg-core';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attackedPlatform, type AttackedPlatform } from './api/attacked-platform.ts';
import { callProcedure } from './api/call-procedure.ts';
import { inputOf } from './api/input-of.ts';
import { type Names, namesOfNobody } from './api/names.ts';
import { PROCEDURE_CASES } from './api/procedure-cases.ts';
import { PROCEDURES } from './api/procedures.ts';
import { listTenantTables } from './database/tenant-tables.ts';

let world: AttackedPlatform;
let names: Names;
let superuser: Client;

beforeAll(async () => {
  world = await attackedPlatform();
  names = await world.namesOf(world.a);
  superuser = new Client({ connectionString: world.platform.database.urls.superuser });
  await superuser.connect();
}, 120_000);
afterAll(async () => {
  await superuser.end();
  await world.close();
});

/** Switches row-level security of every tenant table. */
async function switchPolicies(to: 'enable' | 'disable'): Promise<void> {
  for (const { name } of await listTenantTables(superuser)) await superuser.query(`alter table ${name} ${to} row level security`);
}

interface TenantTable {
  readonly name: string;
  readonly table: PgTable;
  readonly orgId: AnyPgColumn;
}

/** Every table of the schema that has an organisation. */
const TABLES: TenantTable[] = Object.entries(schema).flatMap(([name, table]) => {
  if (!is(table, PgTable)) return [];
  const columns: Readonly<Record<string, AnyPgColumn>> = getTableColumns(table);
  return columns['orgId'] ? [{ name, table, orgId: columns['orgId'] }] : [];
});

test('the database alone: a query that names no organisation sees its own rows and no other', async () => {
  const { rows } = await superuser.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and has_table_privilege('ringfence_app', oid, 'select')`,
  );
  const readable = new Set(rows.map(({ name }) => name));
  expect(TABLES.length).toBeGreaterThan(10);
  expect(TABLES.filter(({ table }) => !readable.has(getTableName(table))).length, 'those for jobs alone').toBeLessThan(4);
  for (const { seeded } of [world.a, world.b]) {
    await world.platform.tenancies.app.inTenant(seeded.owner, async (db) => {
      for (const { name, table, orgId } of TABLES.filter(({ table: each }) => readable.has(getTableName(each)))) {
        const owners = await db.selectDistinct({ orgId }).from(table);
        expect(owners, name).toEqual([{ orgId: seeded.orgId }]);
      }
    });
  }
});

describe('the application alone: with every policy switched off', () => {
  beforeAll(() => switchPolicies('disable'));
  afterAll(() => switchPolicies('enable'));

  test('a query that names no organisation would see them all', async () => {
    const owners = await world.platform.tenancies.app.inTenant(world.b.seeded.owner, (db) =>
      db.selectDistinct({ orgId: schema.calls.orgId }).from(schema.calls),
    );
    expect(owners.length).toBeGreaterThan(1);
  });

  test.each(PROCEDURES)('$path tells and changes nothing of another organisation', { timeout: 30_000 }, async (procedure) => {
    const { path, kind } = procedure;
    const ask = (asked: Names) => callProcedure(world.platform.url, kind, path, world.b.token, inputOf(procedure, asked));
    const before = await world.digestOf(world.a);
    const [foreign, nobodys] = [await ask(names), await ask(namesOfNobody(names))];
    if (PROCEDURE_CASES[path] !== null) expect(foreign).toEqual(nobodys);
    expect(foreign.status).toBe(nobodys.status);
    if (path !== 'auditLog.list') for (const value of Object.values(names)) expect(JSON.stringify(foreign)).not.toContain(value);
    expect(foreign.body).not.toContain('Victim');
    expect(await world.digestOf(world.a)).toEqual(before);
  });
});
