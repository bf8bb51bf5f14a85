import { proveRule } from '../../eslint/prove-rule.fixture.ts';

const IMPORTS = `import { calls, leads, recordings, users } from '@ringfence/db/schema';
import { and, eq, exists, gt, inArray, ne, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { compile, type TenantDb } from '@ringfence/tenancy';
`;

function written(body: string): string {
  return IMPORTS + body;
}

const CLEAN = written(`
export function list(db: TenantDb, input: { from?: Date }, ...filters: unknown[]) {
  return db.select({ id: calls.id }).from(calls)
    .innerJoin(leads, and(eq(leads.orgId, calls.orgId), eq(leads.phone, calls.partyNumber)))
    .where(and(eq(calls.orgId, db.orgId), input.from && gt(calls.startedAt, input.from), ...filters));
}
export const find = compile((query) => query.select().from(calls).where(eq(calls.orgId, sql.placeholder('orgId'))));
export const get = compile<{ id: string }, unknown>((query, given) =>
  query.select().from(calls).where(and(eq(calls.orgId, given('orgId')), eq(calls.id, given('id')))),
);
export const users_ = (db: TenantDb) => db.select().from(users);
`);

proveRule({ rule: 'org-in-where' }, CLEAN, [
  {
    name: 'a select without a where',
    sinned: written(`export const list = (db: TenantDb) => db.select().from(calls); // found`),
    mended: written(`export const list = (db: TenantDb) => db.select().from(calls).where(eq(calls.orgId, db.orgId));`),
    lookAlike: written(`export const list = (db: TenantDb) => [Array.from(calls), Buffer.from(calls), db.select().from(users)];`),
  },
  {
    name: 'an update and a delete by id alone',
    sinned: written(`export async function end(db: TenantDb, id: string) {
  await db.update(calls).set({ status: 'failed' }).where(eq(calls.id, id)); // found
  await db.delete(calls).where(eq(calls.id, id)); // found
  await db.delete(recordings); // found
}`),
    mended: written(`export async function end(db: TenantDb, id: string) {
  await db.update(calls).set({ status: 'failed' }).where(and(eq(calls.orgId, db.orgId), eq(calls.id, id)));
  await db.delete(calls).where(and(eq(calls.id, id), eq(db.orgId, calls.orgId)));
  await db.delete(recordings).where(and(...[eq(recordings.orgId, db.orgId)]));
}`),
    lookAlike: written(`export function forget(seen: Map<string, string>, hash: { update(text: string): void }, key: string) {
  seen.delete(key);
  hash.update(key);
}`),
  },
  {
    name: 'a condition that holds on some paths only',
    sinned: written(`export async function some(db: TenantDb, id: string, isAll: boolean) {
  await db.select().from(calls).where(or(eq(calls.orgId, db.orgId), eq(calls.id, id))); // found
  await db.select().from(calls).where(isAll ? undefined : eq(calls.orgId, db.orgId)); // found
  await db.select().from(calls).where(isAll && eq(calls.orgId, db.orgId)); // found
  await db.select().from(calls).where(ne(calls.orgId, db.orgId)); // found
  await db.select().from(calls).where(sql\`\${calls.orgId} = \${db.orgId} or \${calls.id} = \${id}\`); // found
  await db.select().from(calls).where(inArray(calls.orgId, [db.orgId, id])); // found
  let where = eq(calls.id, id);
  if (isAll) where = and(where, eq(calls.orgId, db.orgId));
  await db.select().from(calls).where(where); // found
}`),
    mended: written(`export async function some(db: TenantDb, id: string, isAll: boolean) {
  await db.select().from(calls).where(and(eq(calls.orgId, db.orgId), or(eq(calls.id, id), eq(calls.callId, id))));
  await db.select().from(calls).where(isAll ? eq(calls.orgId, db.orgId) : and(eq(calls.orgId, db.orgId), eq(calls.id, id)));
  await db.select().from(calls).where(and(eq(calls.orgId, db.orgId), isAll && eq(calls.id, id)));
  await db.select().from(calls).where(sql\`\${calls.orgId} = \${db.orgId} and (\${calls.id} = \${id} or true)\`);
  await db.select().from(calls).where(sql\`\${calls.orgId} = (select public.auth_org_id())\`);
  await db.select().from(calls).where(inArray(calls.orgId, [db.orgId]));
  let where = eq(calls.orgId, db.orgId);
  if (!isAll) where = and(where, eq(calls.id, id));
  await db.select().from(calls).where(where);
}`),
    lookAlike: written(`export const newest = (db: TenantDb) => db.select().from(users).where(or(eq(users.id, 'a'), eq(users.id, 'b')));`),
  },
  {
    name: 'an organisation that holds nothing',
    sinned: written(`export async function of(db: TenantDb, input: { orgId: string }) {
  const { orgId } = input;
  await db.select().from(calls).where(eq(calls.orgId, calls.orgId)); // found
  await db.select().from(calls).where(eq(calls.orgId, input.orgId)); // found
  await db.select().from(calls).where(eq(calls.orgId, orgId)); // found
  await db.select().from(calls).where(eq(leads.orgId, db.orgId)); // found
  await db.select().from(calls).where(eq(calls.orgId, '0190')); // found
  await db.select().from(calls).where(eq(calls.orgId, sql.placeholder('organization'))); // found
  compile((query, given) => query.select().from(calls).where(eq(calls.orgId, given('organization')))); // found
  await db.select().from(calls) // found
    .innerJoin(leads, eq(leads.orgId, calls.orgId)).where(eq(calls.orgId, leads.orgId));
}`),
    mended: written(`export async function of(db: TenantDb) {
  const { orgId } = db;
  await db.select().from(calls).where(eq(calls.orgId, orgId));
  await db.select().from(calls).where(eq(calls.orgId, sql.placeholder('orgId')));
  compile((query, given) => query.select().from(calls).where(eq(calls.orgId, given('orgId'))));
  await db.select().from(calls).innerJoin(leads, eq(leads.orgId, calls.orgId)).where(eq(calls.orgId, db.orgId));
}`),
    lookAlike: written(
      `export const mine = (db: TenantDb, caller: { orgId: string }) => db.select().from(calls).where(eq(calls.orgId, caller.orgId));`,
    ),
  },
  {
    name: 'a join by id alone',
    sinned: written(`export const list = (db: TenantDb) => db.select().from(calls)
  .leftJoin(leads, eq(leads.id, calls.leadId)) // found
  .fullJoin(recordings, sql\`true\`) // found
  .where(and(eq(calls.orgId, db.orgId), eq(leads.orgId, db.orgId)));
export const all = (db: TenantDb) => db.select().from(calls)
  .crossJoin(leads) // found
  .where(eq(calls.orgId, db.orgId));`),
    mended: written(`export const list = (db: TenantDb) => db.select().from(calls)
  .leftJoin(leads, and(eq(leads.orgId, calls.orgId), eq(leads.id, calls.leadId)))
  .fullJoin(recordings, eq(recordings.orgId, db.orgId))
  .where(eq(calls.orgId, db.orgId));
export const all = (db: TenantDb) => db.select().from(calls).crossJoin(leads).where(and(eq(calls.orgId, db.orgId), eq(leads.orgId, db.orgId)));`),
    lookAlike: written(`export const list = (db: TenantDb, rows: string[]) => [rows.join(','), db.select().from(calls)
  .leftJoin(users, eq(users.id, calls.userId)).where(eq(calls.orgId, db.orgId))];`),
  },
  {
    name: 'a sub-select, a CTE, an update from, an alias and a count',
    sinned: written(`const other = alias(calls, 'other');
export async function nested(db: TenantDb) {
  const recent = db.$with('recent').as(db.select().from(calls)); // found
  await db.with(recent).select().from(recent);
  await db.select().from(leads).where(and(eq(leads.orgId, db.orgId), exists(
    db.select().from(calls).where(eq(calls.partyNumber, leads.phone)), // found
  )));
  await db.select().from(calls).where(eq(calls.orgId, db.orgId)).limit(await db.$count(calls)); // found
  await db.update(calls).set({ name: leads.name })
    .from(leads) // found
    .where(and(eq(calls.orgId, db.orgId), eq(leads.phone, calls.partyNumber)));
  await db.select().from(other).where(eq(calls.orgId, db.orgId)); // found
}`),
    mended: written(`const other = alias(calls, 'other');
export async function nested(db: TenantDb) {
  const recent = db.$with('recent').as(db.select().from(calls).where(eq(calls.orgId, db.orgId)));
  await db.with(recent).select().from(recent);
  await db.select().from(leads).where(and(eq(leads.orgId, db.orgId), exists(
    db.select().from(calls).where(and(eq(calls.orgId, leads.orgId), eq(calls.partyNumber, leads.phone))),
  )));
  await db.select().from(calls).where(eq(calls.orgId, db.orgId)).limit(await db.$count(calls, eq(calls.orgId, db.orgId)));
  await db.update(calls).set({ name: leads.name }).from(leads).where(and(eq(calls.orgId, db.orgId), eq(leads.orgId, db.orgId)));
  await db.select().from(other).where(eq(other.orgId, db.orgId));
}`),
    lookAlike: written(`export async function fromSubSelect(db: TenantDb) {
  const sub = db.select({ id: calls.id }).from(calls).where(eq(calls.orgId, db.orgId)).as('sub');
  return db.select().from(sub).innerJoin(users, eq(users.id, sub.id));
}`),
  },
  {
    name: 'a condition from elsewhere',
    sinned: written(`import { isHeld } from './is-held.ts';
export async function change(db: TenantDb, condition: unknown, table: typeof calls) {
  await db.update(calls).set({ status: 'failed' }).where(isHeld(db)); // found
  await db.update(calls).set({ status: 'failed' }).where(condition); // found
  await db.update(table).set({ status: 'failed' }).where(eq(table.id, 'a')); // found
  await db.update(calls).set({ status: 'failed' }).where(ofId('a')); // found
}
function ofId(id: string) {
  return eq(calls.id, id);
}`),
    mended: written(`import { isHeld } from './is-held.ts';
export async function change(db: TenantDb, condition: unknown, table: typeof calls) {
  await db.update(calls).set({ status: 'failed' }).where(and(eq(calls.orgId, db.orgId), isHeld(db)));
  await db.update(calls).set({ status: 'failed' }).where(and(eq(calls.orgId, db.orgId), condition));
  await db.update(table).set({ status: 'failed' }).where(eq(table.orgId, db.orgId));
  await db.update(calls).set({ status: 'failed' }).where(ofId(db, calls, 'a'));
}
function ofId(db: TenantDb, table: typeof calls, id: string) {
  const isOwn = eq(table.orgId, db.orgId);
  return id === '' ? isOwn : and(isOwn, eq(table.id, id));
}`),
    lookAlike: written(`import { jobs } from './jobs.ts';
const globals = pgTable('globals', { id: text('id') });
export const list = (db: TenantDb) => [db.select().from(jobs), db.select().from(globals)];`),
  },
  {
    name: 'tables of a loop, of a namespace and of the file itself',
    sinned: written(`import * as schema from '@ringfence/db/schema';
const notes = pgTable('notes', { orgId: uuid('org_id'), id: uuid('id') });
export async function move(db: TenantDb, id: string) {
  for (const table of [calls, recordings]) await db.update(table).set({ id }).where(eq(table.id, id)); // found
  await db.select().from(schema.calls).where(eq(schema.calls.id, id)); // found
  await db.select().from(notes); // found
}`),
    mended: written(`import * as schema from '@ringfence/db/schema';
const notes = pgTable('notes', { orgId: uuid('org_id'), id: uuid('id') });
export async function move(db: TenantDb, id: string) {
  for (const table of [calls, recordings]) await db.update(table).set({ id }).where(and(eq(table.orgId, db.orgId), eq(table.id, id)));
  await db.select().from(schema.calls).where(eq(schema.calls.orgId, db.orgId));
  await db.select().from(notes).where(eq(notes.orgId, db.orgId));
}`),
    lookAlike: written(`import * as schema from '@ringfence/db/schema';
export const list = (db: TenantDb) => db.select().from(schema.users);`),
  },
  {
    name: 'tables inside of a piece of SQL',
    sinned: written(`export const COLUMNS = {
  last: sql\`(select max(\${calls.startedAt}) from \${calls} where \${calls.partyNumber} = \${leads.phone})\`, // found
  count: sql\`(select count(*) from \${calls})\`, // found
};
export async function raw(db: TenantDb, id: string) {
  await db.execute(sql\`delete from calls where id = \${id}\`); // found
  await db.execute(sql\`insert into \${calls} (id) values (\${id})\`); // found
}`),
    mended: written(`const ofThisLead = and(eq(calls.orgId, leads.orgId), eq(calls.partyNumber, leads.phone));
export const COLUMNS = {
  last: sql\`(select max(\${calls.startedAt}) from \${calls} where \${ofThisLead})\`,
  count: sql\`(select count(*) from \${calls} where \${calls.orgId} = \${leads.orgId})\`,
};
export async function raw(db: TenantDb, id: string) {
  await db.execute(sql\`delete from calls where org_id = \${db.orgId} and id = \${id}\`);
  await db.execute(sql\`insert into \${calls} (org_id, id) values (\${db.orgId}, \${id})\`);
}`),
    lookAlike: written(`export async function ask(db: TenantDb, at: Date) {
  await db.execute(sql\`select public.enqueue_job(\${at})\`);
  await db.execute(sql\`select extract(epoch from \${at}), pg_notify('from calls', ''), x is distinct from y from generate_series(1, 2)\`);
  await db.select({ n: sql\`count(*) over (order by \${calls.id})\` }).from(calls).where(eq(calls.orgId, db.orgId)).for('update');
}`),
  },
]);
