import type { Caller } from '../caller.ts';
import type { TenantDb } from '../drizzle/tenant-db.ts';
import type { TransactionOptions } from '../entry/write-in-tenant.ts';
import type { Tenancy } from '../open-tenancy.ts';
import { StatementFailed } from '../statement-failed.ts';
import { TenantRefused } from '../tenant-refused.ts';

export interface ProcedureOptions extends TransactionOptions {
  readonly type: 'query' | 'mutation' | 'subscription';
}

/**
 * Runs the rest of a tRPC procedure in its tenant: a query with reads that share round trips, a mutation in one transaction. tRPC hands
 * failures down as results and not as exceptions, so a result that isn't ok rolls back here. The answer leaves after the commit.
 */
export async function procedureInTenant<Result extends { readonly ok: boolean; readonly error?: unknown }>(
  tenancy: Pick<Tenancy, 'inTenant' | 'readInTenant'>,
  caller: Caller,
  { type, ...options }: ProcedureOptions,
  next: (db: TenantDb) => Promise<Result>,
): Promise<Result> {
  async function work(db: TenantDb): Promise<Result> {
    const result = await next(db);
    if (!result.ok) throw failureOfKernel(result) ?? new RolledBack(result);
    return result;
  }
  try {
    if (type === 'query') return await tenancy.readInTenant(caller, (db) => work(asWriter(db)), options);
    return await tenancy.inTenant(caller, work, options);
  } catch (error) {
    if (error instanceof RolledBack) return error.result as Result;
    throw error;
  }
}

/** Safe: a procedure is typed before it is known to be a query, and the database refuses what a query would write. */
function asWriter(db: Parameters<Parameters<Tenancy['readInTenant']>[1]>[0]): TenantDb {
  return db as TenantDb;
}

/** A refused entry or statement comes out of the procedure's first question: whoever bound the kernel translates it as one of the entry. */
function failureOfKernel(result: { readonly error?: unknown }): Error | null {
  const cause = result.error instanceof Error ? result.error.cause : undefined;
  return cause instanceof TenantRefused || cause instanceof StatementFailed ? cause : null;
}

class RolledBack extends Error {
  readonly result: unknown;
  constructor(result: unknown) {
    super('rolled back');
    this.result = result;
  }
}
