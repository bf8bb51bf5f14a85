import { PERMISSIONS } from '@ringfence/domain';
import { type Role, ROLES } from '@ringfence/domain/members';
import type { Caller } from '@ringfence/tenancy';
import type { Client } from 'pg';
import { expect } from 'vitest';
import { PROCEDURES } from './api/procedures.ts';
import { attack, attackCatalogue } from './database/attack.ts';
import type { AttackedDatabase } from './database/attacked-database.ts';
import { permissionsNamed } from './database/permissions-named.ts';
import { changeableColumn, mayUse } from './database/privileges.ts';
import { attempt, type Outcome } from './database/statement.ts';
import { type FoundTable, listTenantTables } from './database/tenant-tables.ts';
import { insertOf, twinRow } from './database/twin-row.ts';
import { listWriteFunctions, listWritePolicies, type WritePolicy } from './database/write-policies.ts';

/** Who else writes: not a role of a person. */
const MACHINES = ['connection', 'job', 'operator'];

/** What stands in SQL against what stands in domain; empty where they say the same. */
function differenceOf({ table, name, comment, roles, expression }: WritePolicy): string[] {
  const [permission] = permissionsNamed(comment);
  if (roles === null) return comment === 'own acts' && expression.includes('auth_actor()') ? [] : [`${table} ${name}: asks for no role`];
  const unknown = roles.filter((role) => !ROLES.some((known) => known === role) && !MACHINES.includes(role));
  const persons = ROLES.filter((role) => roles.includes(role));
  const allowed: readonly Role[] = permission === undefined ? [] : PERMISSIONS[permission];
  const isSame = unknown.length === 0 && persons.join() === allowed.join();
  return isSame ? [] : [`${table} ${name}: ${roles.join()} and not ${permission ?? 'nobody'}: ${allowed.join()}`];
}

/** Every permission that a mutation of the router asks for. */
const PERMISSIONS_OF_MUTATIONS = PROCEDURES.flatMap(({ kind, permission }) => (kind === 'mutation' && permission ? [permission] : []));

async function oneTableOfRoles({ clients }: AttackedDatabase): Promise<void> {
  const policies = await listWritePolicies(clients.superuser);
  expect(policies.length).toBeGreaterThan(25);
  const functions = await listWriteFunctions(clients.superuser);
  expect(functions.length).toBeGreaterThan(0);
  expect([...policies, ...functions].flatMap(differenceOf)).toEqual([]);
  const named = new Set([...policies, ...functions].flatMap(({ comment }) => permissionsNamed(comment)));
  expect(PERMISSIONS_OF_MUTATIONS.length).toBeGreaterThan(5);
  expect(PERMISSIONS_OF_MUTATIONS.filter((permission) => !named.has(permission))).toEqual([]);
}

const UPDATE_LEADS = (roles: string) => `call tenancy.limit_writers('public.leads', '{update}', 'leads.write', '${roles}')`;

attackCatalogue("what each role may write is the same in the database's policies and in domain's table", oneTableOfRoles, {
  greenWith: {
    'a new table with its writers': `create table public.notes (org_id uuid not null, id uuid not null, primary key (org_id, id));
       call tenancy.protect_table('public.notes', 'leads.write', '{owner,admin,agent,operator}'); grant insert on public.notes to ringfence_app`,
  },
  redWith: {
    'a role more': UPDATE_LEADS('{owner,admin,agent,viewer}'),
    'a role less': UPDATE_LEADS('{owner,admin}'),
    'a role that nobody has': UPDATE_LEADS('{owner,admin,agent,manager}'),
    'a policy that asks for no role': 'alter policy leads_org_delete on public.leads using (org_id = (select public.auth_org_id()))',
    'a function that lets a viewer in': `create function public.shift_job() returns void language plpgsql as $$
       begin if not public.auth_role() = any ('{owner,admin,agent,viewer}'::text[]) then raise 'no'; end if; end $$;
       comment on function public.shift_job() is 'A try: jobs.write.'`,
    'a permission that is none': `call tenancy.limit_writers('public.leads', '{update}', 'leads.change', '{owner,admin,agent}')`,
    'a permission that no policy repeats': `call tenancy.limit_writers('public.organizations', '{update}', 'connections.write', '{owner,admin}')`,
    'a new table that anybody in the organisation may write': `create table public.notes (org_id uuid not null, id uuid not null, primary key (org_id, id));
       call tenancy.protect_table('public.notes'); grant insert on public.notes to ringfence_app`,
  },
});

interface Write {
  readonly policy: WritePolicy;
  readonly table: FoundTable;
}

/** One write of each kind that the app's log-in may try: another row like those there, the same value again, the newest row gone. */
async function tryWrite(client: Client, { policy, table }: Write, database: AttackedDatabase, caller: Caller): Promise<Outcome> {
  // One's own membership is one's own to end.
  const others = table.columns.some(({ name }) => name === 'user_id') ? `user_id <> '${caller.actor.id}'` : 'true';
  if (policy.verb === 'insert') return attempt(client, ...insertOf(table, await twinRow(database.clients.superuser, table, caller.orgId)));
  if (policy.verb === 'delete') {
    return attempt(client, `delete from ${table.name} where id = (select id from ${table.name} where ${others} order by id desc limit 1)`);
  }
  const column = await changeableColumn(client, table);
  return attempt(client, `update ${table.name} set "${column}" = "${column}" where ${others}`);
}

async function rolesHoldInSql(database: AttackedDatabase): Promise<void> {
  const { a, clients, inTransaction } = database;
  const tables = new Map((await listTenantTables(clients.superuser)).map((table) => [table.name, table]));
  const policies = await listWritePolicies(clients.superuser);
  let refusals = 0;
  for (const policy of policies) {
    const [permission] = permissionsNamed(policy.comment);
    const table = tables.get(policy.table);
    if (!permission || !table || !(await mayUse(clients.app, policy.verb, table))) continue;
    for (const [role, caller] of [
      ['owner', a.owner],
      ['agent', a.agent],
      ['viewer', a.viewer],
    ] as const) {
      const allowed: readonly Role[] = PERMISSIONS[permission];
      const outcome = await inTransaction('app', caller, (client) => tryWrite(client, { policy, table }, database, caller));
      const what = `${role}: ${policy.verb} ${policy.table}: ${outcome.message ?? ''}`;
      // A row that others point to may stay for their sake: the policy let it through.
      if (allowed.includes(role)) expect(outcome.rows > 0 || outcome.code === '23503', what).toBe(true);
      else if (policy.verb === 'insert') expect(outcome, what).toMatchObject({ rows: 0, code: '42501' });
      else expect(outcome, what).toMatchObject({ rows: 0, code: null });
      refusals += allowed.includes(role) ? 0 : 1;
    }
  }
  expect(refusals).toBeGreaterThan(30);
}

attack('a viewer writes nothing with SQL, and an agent nothing beyond their role', rolesHoldInSql, {
  redWith: {
    'leads that a viewer may change': UPDATE_LEADS('{owner,admin,agent,viewer}'),
    'members that an agent may add': `alter policy memberships_org_insert on public.memberships with check (org_id = (select public.auth_org_id()))`,
    'knowledge that nobody may delete': `call tenancy.limit_writers('public.knowledge_base', '{delete}', 'knowledge.write', '{operator}')`,
  },
});
