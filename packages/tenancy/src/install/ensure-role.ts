import type { Query } from '../query.ts';
import { literal, plainName } from './sql-text.ts';

/** duplicate_object, unique_violation */
const IS_THERE = new Set(['42710', '23505']);

/**
 * Makes a role that is missing; one that exists is left as it is, its password too, for roles belong to the whole cluster. Without a
 * password nobody logs in as it. Two installations at once may both find it missing: the second is content with what the first made.
 */
export async function ensureRole(query: Query, name: string, password?: string): Promise<void> {
  const found = await query('select from pg_catalog.pg_roles where rolname = $1', [name]);
  if (found.length > 0) return;
  const logsIn = password === undefined ? 'nologin' : `login password ${literal(password)}`;
  try {
    await query(`create role ${plainName(name)} ${logsIn} noinherit nosuperuser nocreatedb nocreaterole nobypassrls`);
  } catch (error) {
    if (!isThere(error)) throw error;
  }
}

function isThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && IS_THERE.has(error.code);
}
