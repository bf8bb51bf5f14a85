import type { Sql } from 'postgres';
import { LOG_INS, type LogIn } from './log-ins.ts';

/** The version since which who makes a role is a member that may hand it on, but not become it. */
const MAKERS_ARE_MEMBERS = 160_000;

/** What a role's sessions begin with. */
const SETTINGS: Readonly<Record<string, readonly string[]>> = {
  ringfence_app: ['statement_timeout=15s', 'lock_timeout=5s', 'idle_in_transaction_session_timeout=30s'],
  ringfence_worker: ['lock_timeout=5s', 'idle_in_transaction_session_timeout=60s'],
};

/**
 * Makes the roles that are missing; one that exists is left as it is, its password too, for roles belong to the whole cluster.
 * Works without a superuser: the migrating role needs CREATEROLE.
 */
export async function ensureRoles(sql: Sql, passwords: Readonly<Record<LogIn, string>>): Promise<void> {
  await ensureRole(sql, 'ringfence_owner', 'nologin noinherit');
  await ensureRole(sql, 'ringfence_lookup', 'nologin noinherit');
  for (const logIn of Object.keys(LOG_INS) as LogIn[]) {
    await ensureRole(sql, LOG_INS[logIn], `login noinherit password '${passwords[logIn].replaceAll("'", "''")}'`);
  }
  await ensureMembership(sql, 'ringfence_owner', 'current_user');
  await ensureMembership(sql, 'ringfence_lookup', 'ringfence_owner');
  for (const [role, settings] of Object.entries(SETTINGS)) await ensureSettings(sql, role, settings);
}

/** Two migrations at once may both find it missing: the second is content with what the first made. */
async function ensureRole(sql: Sql, name: string, attributes: string): Promise<void> {
  const [found] = await sql`select from pg_roles where rolname = ${name}`;
  if (found) return;
  try {
    await sql.unsafe(`create role ${name} ${attributes} nosuperuser nocreatedb nocreaterole nobypassrls`);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
}

function isDuplicate(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '42710' || error.code === '23505');
}

/** A member that may become the role, and inherits nothing of it: a policy for the role doesn't reach its members. */
async function ensureMembership(sql: Sql, role: string, member: string): Promise<void> {
  const [{ version }] = await sql<[{ version: number }]>`select current_setting('server_version_num')::int as version`;
  const knowsSet = version >= MAKERS_ARE_MEMBERS;
  const [{ held }] = await sql<[{ held: boolean }]>`
    select pg_has_role(${member === 'current_user' ? sql`current_user` : member}, ${role}, ${knowsSet ? 'set' : 'member'}) as held`;
  if (held) return;
  await sql.unsafe(`grant ${role} to ${member}${knowsSet ? ' with inherit false, set true' : ''}`);
}

/** Only what is missing: two databases of one cluster may migrate at once, and only who may alter a role need be able to. */
async function ensureSettings(sql: Sql, role: string, settings: readonly string[]): Promise<void> {
  const [found] = await sql<{ config: string[] | null }[]>`select rolconfig as config from pg_roles where rolname = ${role}`;
  for (const setting of settings) {
    const [name, value] = setting.split('=');
    if (!found?.config?.includes(setting)) await sql.unsafe(`alter role ${role} set ${name} = '${value}'`);
  }
}
