import type { ClientBase } from 'pg';

/** Limits of a connection, milliseconds; the database itself ends what takes longer. */
export interface ConnectionLimits {
  readonly statementMs: number;
  readonly idleInTransactionMs: number;
  readonly lockMs: number;
}

const LEAVING_NOTICED_MS = 500;

/**
 * Sets a new connection's limits and plan mode, and tells whether a pooler stands between: the process that answers isn't the one
 * that greeted. Behind one nothing is set, since another client would get the setting.
 */
export async function prepareConnection(client: ClientBase, limits: ConnectionLimits): Promise<{ readonly isPooled: boolean }> {
  const { rows } = await client.query<{ pid: number }>('select pg_catalog.pg_backend_pid() as pid');
  if (rows[0]?.pid !== processOf(client)) return { isPooled: true };
  await client.query(settingsOf(limits, false));
  return { isPooled: false };
}

/**
 * The limits as a statement: for the connection, or for one transaction where the connection isn't ours alone.
 * Generic plans: a `limit` as a parameter makes Postgres plan anew for ever, and the tenant is a parameter in either plan.
 */
export function settingsOf(limits: ConnectionLimits, isLocal: boolean): string {
  const settings = {
    statement_timeout: limits.statementMs,
    idle_in_transaction_session_timeout: limits.idleInTransactionMs,
    lock_timeout: limits.lockMs,
    plan_cache_mode: 'force_generic_plan',
  };
  const calls = Object.entries(settings).map(([name, value]) => `pg_catalog.set_config('${name}', '${value}', ${isLocal})`);
  return `select ${calls.join(', ')}, ${noticeLeaving(isLocal)}`;
}

/**
 * Without it a backend works on for whoever left, and a thousand cancelled requests hold a thousand of them. Postgres on Windows can't
 * notice, and refuses to be asked to.
 */
function noticeLeaving(isLocal: boolean): string {
  const interval = `case when pg_catalog.version() ~* 'mingw|visual c' then '0' else '${LEAVING_NOTICED_MS}' end`;
  return `pg_catalog.set_config('client_connection_check_interval', ${interval}, ${isLocal})`;
}

/** Safe: `pg` keeps the process of the server's greeting here, and its types leave it out. */
function processOf(client: ClientBase): unknown {
  return (client as ClientBase & { processID?: unknown }).processID;
}
