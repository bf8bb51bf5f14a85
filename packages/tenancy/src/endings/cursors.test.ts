import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TenantDb } from '../drizzle/tenant-db.ts';
import type { Tenancy } from '../open-tenancy.ts';
import { leads } from '../tables.fixture.ts';
import { narrowKernel } from './narrow-kernel.fixture.ts';

const { acme, rival, superuser, narrow, expectClean, tenancy: wide } = await narrowKernel();

let tenancy: Tenancy;
beforeEach(() => {
  tenancy = narrow();
});
afterEach(() => expectClean(tenancy));

type Runs = Pick<TenantDb, 'execute'>;
async function declare(db: Runs, hold = ''): Promise<void> {
  await db.execute(sql.raw(`declare export_of_leads cursor ${hold} for select org_id from public.leads`));
}
async function fetchSome(db: Runs): Promise<unknown[]> {
  return (await db.execute(sql`fetch 20 from export_of_leads`)).rows;
}

test.each(['', 'with hold'])('ATK-049 a cursor is of use to its own transaction alone (%s)', async (hold) => {
  const own = await tenancy.inTenant(acme.owner, async (db) => {
    await declare(db, hold);
    return fetchSome(db);
  });
  expect(own).toEqual([{ org_id: acme.orgId }]);
  for (const { owner } of [rival, acme]) {
    await tenancy.inTenant(acme.owner, (db) => declare(db, hold));
    await expect(tenancy.inTenant(owner, (db) => fetchSome(db))).rejects.toMatchObject({ code: '34000' });
    await expect(tenancy.readInTenant(owner, (db) => fetchSome(db))).rejects.toMatchObject({ code: '34000' });
  }
});

test.each(['', 'with hold'])('ATK-049 neither is one of a read, or of a single round trip, of use to the next (%s)', async (hold) => {
  const withPortion = (db: Runs) => Promise.all([declare(db, hold), fetchSome(db)]);
  for (const ask of [
    <T>(work: (db: Runs) => Promise<T>) => tenancy.inTenant(acme.owner, work, { isOneTrip: true }),
    <T>(work: (db: Runs) => Promise<T>) => tenancy.readInTenant(acme.owner, work),
  ]) {
    const [, own] = await ask(withPortion);
    expect(own).toEqual([{ org_id: acme.orgId }]);
    await ask((db) => declare(db, hold));
    await expect(tenancy.readInTenant(rival.owner, (db) => fetchSome(db))).rejects.toMatchObject({ code: '34000' });
  }
});

test('ATK-049 what is copied out holds own rows alone, is handed to nobody, and nothing is copied in', async () => {
  const { rows, rowCount } = await tenancy.readInTenant(acme.owner, (db) => db.execute(sql`copy (select * from public.leads) to stdout`));
  expect({ rows, rowCount }, 'a number of its own rows').toEqual({ rows: [], rowCount: 1 });
  await expect(tenancy.inTenant(acme.owner, (db) => db.execute(sql`copy public.leads from stdin`))).rejects.toMatchObject({
    code: '0A000',
  });
});

test('ATK-049 an export by portions holds own rows alone, while another organisation writes and reads', { timeout: 60_000 }, async () => {
  const row = (orgId: string, n: number) => ({ orgId, name: 'Beside', phone: `+4915149${String(n).padStart(6, '0')}` });
  const rows = (orgId: string) => Array.from({ length: 200 }, (_, n) => row(orgId, n));
  await wide.inTenant(acme.owner, (db) => db.insert(leads).values(rows(acme.orgId)));
  let isOver = false;
  const beside = (async () => {
    for (let n = 0; !isOver; n += 1) {
      await wide.inTenant(rival.owner, (db) => db.insert(leads).values(row(rival.orgId, n)));
      await wide.readInTenant(rival.owner, (db) => db.$count(leads));
    }
  })();
  const exported = await wide.inTenant(acme.owner, async (db) => {
    await declare(db);
    const all: unknown[] = [];
    for (let portion = await fetchSome(db); portion.length > 0; portion = await fetchSome(db)) all.push(...portion);
    return all;
  });
  isOver = true;
  await beside;
  expect(exported).toEqual(Array.from({ length: 201 }, () => ({ org_id: acme.orgId })));
  const { rowCount } = await superuser.query(`delete from public.leads where name = 'Beside'`);
  expect(rowCount, 'both wrote').toBeGreaterThan(200);
});
