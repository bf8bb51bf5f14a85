import { Pool } from 'pg';
import type { WorkerLog } from './worker-log.ts';

const CONNECT_LIMIT_MS = 10_000;
const STATEMENT_LIMIT_MS = 15_000;
/** Every statement here goes along an index, however few jobs there are; so it is planned once a connection, which costs more than running it. */
const PLANNED_ONCE = '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off';

/** Connections to the queue's tables. A lost one is told and replaced, never thrown past everybody. */
export function openQueuePool(connectionString: string, max: number, log: WorkerLog): Pool {
  const pool = new Pool({
    connectionString,
    max,
    application_name: 'tenant-worker',
    options: PLANNED_ONCE,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    query_timeout: STATEMENT_LIMIT_MS,
    keepAlive: true,
  });
  const told = (error: Error) => log.warn({ code: 'code' in error ? error.code : 'unknown' }, 'a connection of the worker was lost');
  pool.on('error', told);
  pool.on('connect', (client) => client.on('error', told));
  return pool;
}
