import type { QueryConfig } from 'pg';
import { expect } from 'vitest';
import { attack, attackCatalogue } from './database/attack.ts';
import type { AttackedDatabase } from './database/attacked-database.ts';

/** The same named statements on one connection: plans are kept, whatever Postgres makes of them after some executions. */
async function plansKnowNoTenant({ a, b, inTransaction }: AttackedDatabase): Promise<void> {
  const statements: readonly QueryConfig[] = [
    { name: 'plain', text: 'select distinct org_id from public.leads', values: [] },
    { name: 'with-a-parameter', text: 'select distinct org_id from public.leads where length(name) > $1', values: [1] },
    {
      name: 'joined',
      text: 'select distinct r.org_id from public.recordings r join public.calls c using (org_id) where c.id is distinct from $1',
      values: [null],
    },
  ];
  for (const { orgId, owner } of [a, b, a]) {
    for (let round = 0; round < 10; round += 1) {
      await inTransaction('app', owner, async (client) => {
        for (const statement of statements) {
          const { rows } = await client.query(statement);
          expect(rows, `${statement.name}, execution ${round + 1}`).toEqual([{ org_id: orgId }]);
        }
      });
    }
  }
  for (const statement of statements) {
    await inTransaction('app', null, async (client) => expect((await client.query(statement)).rows, statement.name).toEqual([]));
  }
}

attack('ATK-013 a plan that was cached for one organisation shows the next its own rows', plansKnowNoTenant, {
  redWith: { 'a tenant that counts as constant': 'alter function public.auth_org_id() immutable' },
});

attackCatalogue(
  'ATK-013 the tenant is stable within a statement, and no more than that',
  async ({ clients }) => {
    const { rows } = await clients.superuser.query(`select provolatile from pg_proc where oid = 'public.auth_org_id()'::regprocedure`);
    expect(rows).toEqual([{ provolatile: 's' }]);
  },
  { redWith: { 'a tenant that counts as constant': 'alter function public.auth_org_id() immutable' } },
);
