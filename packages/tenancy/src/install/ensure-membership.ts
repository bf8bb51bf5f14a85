import type { Query } from '../query.ts';
import { plainName } from './sql-text.ts';

/** The version since which who makes a role is a member that may hand it on, but not become it. */
const MAKERS_ARE_MEMBERS = 160_000;

/**
 * Makes a role, or without one who installs, a member that may become another role and inherits nothing of it: a policy for that role
 * doesn't reach its members.
 */
export async function ensureMembership(query: Query, role: string, member?: string): Promise<void> {
  const [server] = await query<{ version: number; user: string }>(
    `select current_setting('server_version_num')::int as "version", current_user::text as "user"`,
  );
  if (!server) throw new TypeError('the query function answers with no rows');
  const knowsSet = server.version >= MAKERS_ARE_MEMBERS;
  const [held] = await query<{ held: boolean }>('select pg_has_role($1::name, $2::name, $3::text) as held', [
    member ?? server.user,
    role,
    knowsSet ? 'set' : 'member',
  ]);
  if (held?.held) return;
  const grantee = member === undefined ? 'current_user' : plainName(member);
  await query(`grant ${plainName(role)} to ${grantee}${knowsSet ? ' with inherit false, set true' : ''}`);
}
