import { expect } from 'vitest';
import { attack, attackCatalogue } from './database/attack.ts';
import { type AttackedDatabase, RUN_TIME_LOG_INS } from './database/attacked-database.ts';
import { attempt, countOf } from './database/statement.ts';
import { listTenantTables } from './database/tenant-tables.ts';

async function wholeTablesAreSafe({ a, clients, inTransaction }: AttackedDatabase): Promise<void> {
  for (const { name } of await listTenantTables(clients.superuser)) {
    const truncate = `truncate ${name} cascade`;
    await inTransaction('owner', null, async (client) =>
      expect(await attempt(client, truncate), `${truncate} by the owner`).toMatchObject({ code: null }),
    );
    for (const logIn of RUN_TIME_LOG_INS) {
      await inTransaction(logIn, logIn === 'app' ? a.owner : null, async (client) => {
        expect(await attempt(client, truncate), `${truncate} by ${logIn}`).toMatchObject({ code: '42501' });
        const copy = await attempt(client, `copy ${name} from stdin`);
        expect(['42501', '0A000'], `copy into ${name} by ${logIn}`).toContain(copy.code);
      });
    }
  }
}

attack('ATK-015 no log-in empties or fills a table past its policies', wholeTablesAreSafe, {
  redWith: { 'the right to empty one': 'grant truncate on public.leads to ringfence_app' },
});

async function fourVerbsAlone({ clients }: AttackedDatabase): Promise<void> {
  const { rows } = await clients.superuser.query(
    `select role, c.oid::regclass::text as table, privilege
     from unnest($1::text[]) role, unnest(array['truncate', 'references', 'trigger']) privilege,
       pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'v', 'm') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_toast'
       and has_table_privilege(role, c.oid, privilege)`,
    [[...RUN_TIME_LOG_INS.map((logIn) => `ringfence_${logIn}`), 'public']],
  );
  expect(rows).toEqual([]);
}

attackCatalogue('ATK-015 log-ins hold select, insert, update and delete, and no right that policies do not see', fourVerbsAlone, {
  redWith: {
    'the right to point to a table': 'grant references on public.calls to ringfence_app',
    'the right to hang triggers on one': 'grant trigger on public.calls to ringfence_worker',
    'every right for everybody': 'grant all on public.leads to public',
  },
});

async function filtersStayOn({ a, b, clients, inTransaction }: AttackedDatabase): Promise<void> {
  const seen = 'select count(*) from public.leads';
  for (const logIn of RUN_TIME_LOG_INS) {
    await inTransaction(logIn, null, async (client) => {
      for (const statement of [
        'set role ringfence_owner',
        'set role ringfence_lookup',
        'set role postgres',
        'set session authorization ringfence_owner',
        'set session authorization ringfence_lookup',
        'set session_replication_role = replica',
        'alter table public.leads disable row level security',
        'alter table public.leads no force row level security',
        'alter table public.leads disable trigger all',
        'alter table public.leads owner to current_user',
        'drop policy leads_org_select on public.leads',
        'create policy leads_org_mine on public.leads using (true)',
        'alter function public.auth_org_id() volatile',
        'alter role current_user bypassrls',
      ]) {
        expect(await attempt(client, statement), `${logIn}: ${statement}`).toMatchObject({
          code: expect.stringMatching(/^(42501|42704|22023|0LP01)$/),
        });
      }
    });
  }
  await inTransaction('app', a.owner, async (client) => {
    expect(await countOf(client, seen)).toBe(1);
    await client.query('set local row_security = off');
    expect(await attempt(client, seen), 'with row_security off').toMatchObject({ rows: 0, code: '42501' });
    await client.query('set local row_security = on');
    for (const wish of [b.orgId, `${b.orgId}.user.${b.owner.actor.id}`]) {
      await client.query('savepoint wish');
      await client.query(`select set_config('app.org_id', $1, true), set_config('role', 'none', true)`, [wish]);
      expect(await countOf(client, `${seen} where org_id <> $1`, [a.orgId]), 'with another setting').toBe(0);
      await client.query('rollback to savepoint wish');
    }
  });
  await inTransaction('owner', null, async (client) => {
    expect(await attempt(client, 'alter table public.leads disable row level security'), 'the owner').toMatchObject({ code: null });
  });
  expect(await countOf(clients.superuser, seen)).toBe(2);
}

attack('ATK-016 a log-in can neither switch the policies off nor become somebody they do not hold', filtersStayOn, {
  redWith: { 'a table owned by the app': 'alter table public.leads owner to ringfence_app' },
});
