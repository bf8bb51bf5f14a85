import { readMigrations } from '@ringfence/db';
import { Unavailable } from '@ringfence/domain';
import type { Identity } from '@ringfence/identity';
import type { Tenancy } from '@ringfence/tenancy';

/** A worker says that it lives every 2 s or so. */
const LONGEST_SILENCE_SECONDS = 30;

export type Part = 'database' | 'migrations' | 'worker';

/** What keeps the installation from working, and what it can wait for. */
export interface Readiness {
  readonly failing: readonly Part[];
  readonly degraded: readonly string[];
}

interface Row {
  readonly migrations: string[] | null;
  readonly worker_silent_seconds: number | null;
}

/** Asks the database, in one statement, whether all that a call needs is there; and whose tokens can't be checked as they should be. */
export async function checkReadiness(tenancy: Pick<Tenancy, 'lookup'>, identity: Pick<Identity, 'degraded'>): Promise<Readiness> {
  const degraded = identity.degraded();
  try {
    const [[row], expected] = await Promise.all([tenancy.lookup<Row>('readiness'), readMigrations()]);
    const recorded = new Set(row?.migrations);
    const silence = row?.worker_silent_seconds ?? Infinity;
    const failing: Part[] = [
      ...(expected.every(({ name }) => recorded.has(name)) ? [] : ['migrations' as const]),
      ...(silence <= LONGEST_SILENCE_SECONDS ? [] : ['worker' as const]),
    ];
    return { failing, degraded };
  } catch (error) {
    if (error instanceof Unavailable) return { failing: ['database'], degraded };
    if (isMissingFunction(error)) return { failing: ['migrations'], degraded };
    throw error;
  }
}

/** A database that is older than this program has no such function yet. */
function isMissingFunction(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '42883' || error.code === '3F000');
}
