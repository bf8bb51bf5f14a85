import { proveRule } from '../../eslint/prove-rule.fixture.ts';

const IMPORTS = `import { calls, leads, users } from '@ringfence/db/schema';
import { sql } from 'drizzle-orm';
import type { TenantDb } from '@ringfence/tenancy';
`;

function written(body: string): string {
  return IMPORTS + body;
}

const CLEAN = written(`
export async function add(db: TenantDb, input: { name: string }, detail?: string) {
  await db.insert(leads).values({ ...input, orgId: db.orgId })
    .onConflictDoUpdate({ target: [leads.orgId, leads.phone], set: { name: sql\`excluded.name\` } }).returning({ id: leads.id });
  await db.insert(calls).values({ orgId: db.orgId, ...(detail === undefined ? {} : { detail }) }).onConflictDoNothing();
  await db.update(leads).set({ name: input.name });
}
`);

proveRule({ rule: 'org-in-values' }, CLEAN, [
  {
    name: 'rows without an organisation',
    sinned: written(`export async function add(db: TenantDb, name: string) {
  await db.insert(leads).values({ name }); // found
  await db.insert(leads).values([{ orgId: db.orgId, name }, { name }]); // found
  await db.insert(leads).values([name].map((each) => ({ name: each }))); // found
  await db.insert(leads).values(rowOf(name)); // found
  await db.insert(leads).select(db.select({ name: calls.name }).from(calls)); // found
}
function rowOf(name: string) {
  return { name };
}`),
    mended: written(`export async function add(db: TenantDb, name: string) {
  await db.insert(leads).values({ name, orgId: db.orgId });
  await db.insert(leads).values([{ orgId: db.orgId, name }, { name, orgId: db.orgId }]);
  await db.insert(leads).values([name].map((each) => ({ name: each, orgId: db.orgId })));
  await db.insert(leads).values(rowOf(db, name));
  await db.insert(leads).select(db.select({ orgId: calls.orgId, name: calls.name }).from(calls));
}
function rowOf(db: TenantDb, name: string) {
  return { name, orgId: db.orgId };
}`),
    lookAlike: written(`export async function add(db: TenantDb, list: { insert(key: string): { values(): string[] } }) {
  list.insert('a').values();
  await db.insert(users).values({ name: 'a' });
}`),
  },
  {
    name: 'an organisation that something replaces, or that the caller chose',
    sinned: written(`export async function add(db: TenantDb, input: { orgId: string; name: string }) {
  await db.insert(leads).values({ orgId: db.orgId, ...input }); // found
  await db.insert(leads).values({ ...input }); // found
  await db.insert(leads).values(input); // found
  await db.insert(leads).values({ name: '', orgId: input.orgId }); // found
}`),
    mended: written(`export async function add(db: TenantDb, input: { orgId: string; name: string }) {
  await db.insert(leads).values({ ...input, orgId: db.orgId });
  const row = { orgId: db.orgId, name: input.name };
  await db.insert(leads).values({ ...row, note: '' });
  await db.insert(leads).values(row);
}`),
    lookAlike: written(`export const kept = (seen: Map<string, object>, input: object) => [...seen.values(), { ...input }];`),
  },
  {
    name: 'a row that moves, and a conflict with another organisation',
    sinned: written(`export async function move(db: TenantDb, to: string) {
  await db.update(leads).set({ orgId: to }); // found
  await db.insert(leads).values({ orgId: db.orgId })
    .onConflictDoUpdate({
      target: leads.phone, // found
      set: { orgId: to }, // found
    });
  await db.insert(leads).values({ orgId: db.orgId }).onConflictDoNothing({ target: [leads.phone] }); // found
}`),
    mended: written(`export async function move(db: TenantDb, to: string) {
  await db.update(leads).set({ name: to });
  await db.insert(leads).values({ orgId: db.orgId })
    .onConflictDoUpdate({
      target: [leads.orgId, leads.phone],
      set: { name: to },
    });
  await db.insert(leads).values({ orgId: db.orgId }).onConflictDoNothing({ target: [leads.orgId, leads.phone] });
}`),
    lookAlike: written(`export const change = (db: TenantDb, state: Map<string, object>) => [
  db.update(users).set({ orgId: null }), state.set('a', { orgId: 'b' }), db.insert(users).values({}).onConflictDoNothing({ target: users.email })];`),
  },
]);
