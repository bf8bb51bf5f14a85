import { contextKey, deriveKey, signContext } from '@ringfence/tenancy';
import postgres from 'postgres';
import type { BenchDatabase } from '../bench-database.ts';
import type { BenchTenant } from '../data/bench-tenant.ts';

const CONTEXT_LIFE_MS = 600_000;

/** One connection that searches for one organisation: a statement and its answer are all that is timed. */
export interface Searcher {
  /** The process of Postgres that does the work. */
  readonly pid: string;
  ask<Row>(statement: string, values: readonly string[]): Promise<readonly Row[]>;
  close(): Promise<void>;
}

/** Inside its tenant, in one long transaction; or past row-level security, as an application without isolation is. */
export async function openSearcher(
  { urls, superuserUrl, secretKey }: BenchDatabase,
  { caller }: BenchTenant,
  isIsolated: boolean,
): Promise<Searcher> {
  const sql = postgres(isIsolated ? urls.app : superuserUrl, { max: 1, onnotice: () => {} });
  const connection = await sql.reserve();
  await connection`begin`;
  // An ordinary way may take longer than requests may.
  await connection`set local statement_timeout = 0`;
  if (isIsolated) {
    const key = contextKey(deriveKey(secretKey, 'context'));
    await connection`select tenancy.enter_tenant(${signContext(key, caller, Date.now() + CONTEXT_LIFE_MS)})`;
  }
  const [backend] = await connection<{ pid: number }[]>`select pg_backend_pid() as pid`;
  return {
    pid: String(backend?.pid),
    // Not kept as a plan: each search is planned for its own word, as favours the ordinary ways.
    ask: async <Row>(statement: string, values: readonly string[]) => connection.unsafe<Row[] & object[]>(statement, [...values]),
    async close() {
      await connection`commit`;
      connection.release();
      await sql.end();
    },
  };
}
