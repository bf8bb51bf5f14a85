import type { Client } from 'pg';
import { expect } from 'vitest';
import { attack } from './database/attack.ts';
import type { AttackedDatabase } from './database/attacked-database.ts';
import { attempt } from './database/statement.ts';

async function tenantOf(client: Client): Promise<unknown> {
  const { rows } = await client.query('select public.auth_org_id() as tenant, array(select distinct org_id from public.leads) as seen');
  return rows[0];
}

const ENTRIES = [
  'select tenancy.enter_tenant($1)',
  'select tenancy.enter_tenant($1, false, null)',
  'select tenancy.enter_tenant($1, true, null)',
];
const ENDS = ['release savepoint inner_work', 'rollback to savepoint inner_work'];

async function savepointsKeepTheTenant({ a, b, sign, inTransaction }: AttackedDatabase): Promise<void> {
  const own = { tenant: a.orgId, seen: [a.orgId] };
  for (const end of ENDS) {
    await inTransaction('app', a.owner, async (client) => {
      expect(await tenantOf(client), 'entered').toEqual(own);
      await client.query('savepoint inner_work');
      expect(await attempt(client, 'select tenancy.enter_tenant($1)', [sign(a.owner)]), 'the same once more').toMatchObject({ code: null });
      for (const entry of ENTRIES) {
        // Not by attempt, whose own savepoint would undo what the entry left.
        await client.query('savepoint entry');
        const outcome = await client.query(entry, [sign(b.owner)]).catch((error: unknown) => error);
        expect(outcome, entry).toMatchObject({ code: 'TN002' });
        await client.query('rollback to savepoint entry');
        expect(await tenantOf(client), 'after a refused entry').toEqual(own);
      }
      await client.query(end);
      expect(await tenantOf(client), end).toEqual(own);
    });
  }
}

const KEEP_FIRST = /if entered is not null and .*?end if;/.source;
const ENTER = 'tenancy.enter_tenant(text, boolean, text[])';

attack('ATK-040 inside a savepoint no other organisation is entered, and whatever ends it, the outer one stays', savepointsKeepTheTenant, {
  redWith: {
    'an entry that does not look at what is entered': `do $do$ begin execute regexp_replace(pg_get_functiondef('${ENTER}'::regprocedure), $$${KEEP_FIRST}$$, ''); end $do$`,
  },
});

async function forgedSettingsEndWithTheSavepoint({ a, b, sign, inTransaction }: AttackedDatabase): Promise<void> {
  const forged = sign(a.owner).replace(a.orgId, b.orgId);
  for (const end of ENDS) {
    await inTransaction('app', a.owner, async (client) => {
      await client.query('savepoint inner_work');
      await client.query(`select pg_catalog.set_config('tenancy.context', $1, true)`, [forged]);
      expect(await tenantOf(client), 'inside').toEqual({ tenant: null, seen: [] });
      await client.query(end);
      const isUndone = end.startsWith('rollback');
      expect(await tenantOf(client), end).toEqual(isUndone ? { tenant: a.orgId, seen: [a.orgId] } : { tenant: null, seen: [] });
    });
  }
}

attack('ATK-040 a setting that was forged inside a savepoint opens nothing, inside and after', forgedSettingsEndWithTheSavepoint, {
  redWith: {
    'a signature that nobody checks': `do $do$ begin execute regexp_replace(pg_get_functiondef('tenancy.read_context(text)'::regprocedure),
       $$if part\\[6\\] is distinct from .*?end if;$$, ''); end $do$`,
  },
});
