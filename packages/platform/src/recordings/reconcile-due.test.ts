import { objectReviews } from '@ringfence/db/schema';
import { openTenancies, testDatabase } from '@ringfence/testing/database';
import { seedOrganization } from '@ringfence/testing/organizations';
import { eq, sql } from 'drizzle-orm';
import { Client } from 'pg';
import { afterAll, expect, test } from 'vitest';

const database = await testDatabase();
const tenancies = openTenancies(database);
const [acme, rival] = [await seedOrganization(tenancies, 'Acme'), await seedOrganization(tenancies, 'Rival')];
const clientOf = (connectionString: string) => new Client({ connectionString });
const { urls } = database;
const [superuser, worker, app] = [clientOf(urls.superuser), clientOf(urls.worker), clientOf(urls.app)] as const;
const clients = [superuser, worker, app];
await Promise.all(clients.map((client) => client.connect()));
afterAll(async () => {
  await Promise.all(clients.map((client) => client.end()));
  await tenancies.close();
  await database.close();
});

async function due(asOf = 'now()'): Promise<string[]> {
  const { rows } = await worker.query<{ id: string }>(`select public.find_object_reviews_due(${asOf}) as id`);
  return rows.map(({ id }) => id);
}

test('an organisation is compared a day after its first recording, and whoever is not due is not named', async () => {
  expect(await due()).toEqual([]);
  expect((await due(`now() + interval '25 hours'`)).toSorted()).toEqual([acme.orgId, rival.orgId].toSorted());
  await tenancies.worker.inTenant({ orgId: acme.orgId, actor: { kind: 'job', id: 'test' } }, (db) =>
    db
      .update(objectReviews)
      .set({ nextAt: sql`now()` })
      .where(eq(objectReviews.orgId, acme.orgId)),
  );
  expect(await due()).toEqual([acme.orgId]);
});

test('only the worker may ask, and a closed organisation is left alone', async () => {
  await expect(app.query('select public.find_object_reviews_due(now())')).rejects.toMatchObject({ code: '42501' });
  await superuser.query('update public.organizations set closed_at = now() where org_id = $1', [rival.orgId]);
  expect(await due(`now() + interval '25 hours'`)).toEqual([acme.orgId]);
});

test('ATK-087 ten due among ten thousand are found by an index', async () => {
  await superuser.query(`insert into public.organizations (name, time_zone) select 'Org ' || i, 'UTC' from generate_series(1, 10000) i`);
  await superuser.query(`insert into public.object_reviews (org_id, next_at)
    select org_id, now() + interval '1 day' from public.organizations where name like 'Org %' on conflict do nothing`);
  await superuser.query(`update public.object_reviews set next_at = now() - interval '1 minute'
    where org_id in (select org_id from public.organizations where name like 'Org 100%')`);
  await superuser.query('analyze public.object_reviews');
  expect(await due(`now() - interval '30 seconds'`)).toHaveLength(12);
  const { rows } = await superuser.query<Record<'QUERY PLAN', string>>(
    `explain select r.org_id from public.object_reviews r join public.organizations o on o.org_id = r.org_id
     where r.next_at <= now() - interval '30 seconds' and o.closed_at is null`,
  );
  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('idx_object_reviews_next_at');
});
