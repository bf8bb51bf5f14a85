import type { Sql } from 'postgres';

/** The log-in of the peers with row-level security, and the setting they set. */
export const PEER_ROLE = 'bench_peer';
export const PEER_SETTING = 'app.org_id';

/**
 * Lets the peers into a data set by the usual policy on a plain setting, on the same table. The kernel's own policies are kept to
 * the kernel's log-in, so that either pays for its own alone.
 */
export async function openToPeers(sql: Sql, schema: string): Promise<void> {
  const table = `${schema}.calls`;
  const own = await sql<{ name: string }[]>`
    select polname as name from pg_policy where polrelid = ${table}::regclass and polroles = '{0}'`;
  for (const { name } of own) await sql.unsafe(`alter policy ${name} on ${table} to ringfence_app`);
  const isOwn = `org_id = (select nullif(current_setting('${PEER_SETTING}', true), '')::uuid)`;
  await sql.unsafe(`create policy bench_peer_org on ${table} to ${PEER_ROLE} using (${isOwn}) with check (${isOwn})`);
  await sql.unsafe(`grant usage on schema ${schema} to ${PEER_ROLE}`);
  await sql.unsafe(`grant select, insert, update, delete on ${table} to ${PEER_ROLE}`);
}
