import type { Sql } from 'postgres';
import { LOG_INS, type LogIn } from './log-ins.ts';

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
  await grantMembership(sql, 'ringfence_owner', 'current_user');
  await grantMembership(sql, 'ringfence_lookup', 'ringfence_owner');
  await sql.unsafe(`
    alter role ringfence_app set statement_timeout = '15s';
    alter role ringfence_app set lock_timeout = '5s';
    alter role ringfence_app set idle_in_transaction_session_timeout = '30s';
    alter role ringfence_worker set lock_timeout = '5s';
    alter role ringfence_worker set idle_in_transaction_session_timeout = '60s';`);
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
async function grantMembership(sql: Sql, role: string, member: string): Promise<void> {
  const [{ held, version }] = await sql<[{ held: boolean; version: number }]>`
    select pg_has_role(${member === 'current_user' ? sql`current_user` : member}, ${role}, 'member') as held,
           current_setting('server_version_num')::int as version`;
  if (held) return;
  await sql.unsafe(`grant ${role} to ${member}${version >= 160000 ? ' with inherit false, set true' : ''}`);
}
