import { expect } from 'vitest';
import { attack } from './database/attack.ts';
import type { AttackedDatabase } from './database/attacked-database.ts';
import { changeableColumn, mayUse } from './database/privileges.ts';
import { attempt, countOf } from './database/statement.ts';
import { listTenantTables } from './database/tenant-tables.ts';
import { insertOf, twinRow } from './database/twin-row.ts';

const WRITERS = ['app', 'worker', 'service'] as const;

/** The same log-in, as itself: a member on the app's, a job on the worker's, an operator on the service's. */
function callerOn(logIn: (typeof WRITERS)[number], database: AttackedDatabase, of: 'a' | 'b') {
  const { orgId, owner } = database[of];
  return { app: owner, worker: { orgId, actor: { kind: 'job', id: 'test' } }, service: { orgId, actor: { kind: 'operator', id: 'test' } } }[
    logIn
  ] as typeof owner;
}

async function noRowForAnother(database: AttackedDatabase): Promise<void> {
  const { b, clients } = database;
  for (const table of await listTenantTables(clients.superuser)) {
    const insert = insertOf(table, await twinRow(clients.superuser, table, b.orgId));
    for (const logIn of WRITERS) {
      const mayInsert = await mayUse(clients[logIn], 'insert', table);
      const own = await database.inTransaction(logIn, callerOn(logIn, database, 'b'), (client) => attempt(client, ...insert));
      if (mayInsert) expect(own, `${table.name}: a row of one's own by ${logIn}`).toMatchObject({ rows: 1, code: null });
      const foreign = await database.inTransaction(logIn, callerOn(logIn, database, 'a'), (client) => attempt(client, ...insert));
      expect(foreign, `${table.name}: a row for another by ${logIn}`).toMatchObject({ rows: 0, code: '42501' });
      if (mayInsert) expect(foreign.message).toContain('row-level security policy');
    }
  }
}

attack('ATK-003 a row for another organisation is refused by the database itself', noRowForAnother, {
  redWith: {
    'a policy that checks nothing on insert': 'alter policy calls_org_insert on public.calls with check (true)',
    'a second policy for inserts': 'create policy leads_org_import on public.leads for insert with check (true)',
    'a new table that nobody protected': `create table public.notes (org_id uuid not null, id uuid not null, primary key (org_id, id));
       insert into public.notes select org_id, id from public.calls; grant select, insert on public.notes to ringfence_app`,
  },
});

async function noGiftAndNoTheft(database: AttackedDatabase): Promise<void> {
  const { a, b, clients } = database;
  for (const table of await listTenantTables(clients.superuser)) {
    for (const logIn of WRITERS) {
      const caller = callerOn(logIn, database, 'a');
      const column = await changeableColumn(clients[logIn], table);
      await database.inTransaction(logIn, caller, async (client) => {
        const what = `${table.name} by ${logIn}`;
        if (column) {
          const own = await attempt(client, `update ${table.name} set "${column}" = "${column}" where org_id = $1`, [a.orgId]);
          expect(own.rows, `${what}: rows of one's own`).toBeGreaterThan(0);
          const theft = await attempt(client, `update ${table.name} set "${column}" = "${column}" where org_id = $1`, [b.orgId]);
          expect(theft, `${what}: touched`).toEqual({ rows: 0, code: null, message: null });
        }
        const gift = await attempt(client, `update ${table.name} set org_id = $2 where org_id = $1`, [a.orgId, b.orgId]);
        expect(gift, `${what}: given away`).toMatchObject({ rows: 0, code: '42501' });
        const stolen = await attempt(client, `update ${table.name} set org_id = $1 where org_id = $2`, [a.orgId, b.orgId]);
        expect(stolen.rows, `${what}: stolen`).toBe(0);
        expect([null, '42501'], `${what}: stolen`).toContain(stolen.code);
      });
    }
    if (await mayUse(clients.app, 'select', table)) {
      await database.inTransaction('app', a.owner, async (client) => {
        expect(await countOf(client, `select count(*) from ${table.name} where org_id <> $1`, [a.orgId]), table.name).toBe(0);
      });
    }
  }
}

const OPEN_UPDATES =
  'alter policy leads_org_update on public.leads using (true) with check (true); alter policy leads_org_select on public.leads using (true)';
const NO_TRIGGER = 'drop trigger leads_keep_org on public.leads';

attack('ATK-004 no row can be given to another organisation or taken from one', noGiftAndNoTheft, {
  greenWith: { 'the trigger gone: the policy refuses by itself': NO_TRIGGER },
  redWith: {
    'a policy that lets updates through': OPEN_UPDATES,
    'neither trigger nor policy': `${NO_TRIGGER}; ${OPEN_UPDATES}`,
  },
});

async function triggerRefusesByItself(database: AttackedDatabase): Promise<void> {
  const { a, b, clients } = database;
  for (const table of await listTenantTables(clients.superuser)) {
    await database.inTransaction('superuser', null, async (client) => {
      const gift = await attempt(client, `update ${table.name} set org_id = $2 where org_id = $1`, [a.orgId, b.orgId]);
      expect(gift, `${table.name}, where no policy applies`).toMatchObject({ rows: 0, code: '42501', message: 'org_id cannot be changed' });
    });
  }
}

attack('ATK-004 org_id stays what it is even where no policy applies', triggerRefusesByItself, {
  redWith: { 'the trigger gone': NO_TRIGGER, 'the trigger off': 'alter table public.leads disable trigger leads_keep_org' },
});
