import type { Caller } from '../caller.ts';
import type { Tenancy } from '../open-tenancy.ts';
import type { TenantDb } from '../tenant-db.ts';

/**
 * Runs the rest of a tRPC procedure in one tenant transaction. tRPC hands failures down as results and not as exceptions,
 * so a result that isn't ok rolls back here. The answer leaves after the commit.
 */
export async function procedureInTenant<Result extends { ok: boolean }>(
  tenancy: Pick<Tenancy, 'inTenant'>,
  caller: Caller,
  next: (db: TenantDb) => Promise<Result>,
): Promise<Result> {
  try {
    return await tenancy.inTenant(caller, async (db) => {
      const result = await next(db);
      if (!result.ok) throw new RolledBack(result);
      return result;
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.result as Result;
    throw error;
  }
}

class RolledBack extends Error {
  readonly result: unknown;
  constructor(result: unknown) {
    super('rolled back');
    this.result = result;
  }
}
