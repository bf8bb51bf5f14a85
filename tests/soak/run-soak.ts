import { deriveKey, openTenancy } from '@ringfence/tenancy';
import { heldConnections } from './held-connections.ts';
import { keepVisiting } from './keep-visiting.ts';
import { killBackends } from './kill-backends.ts';
import { seededRandom } from './seeded-random.ts';
import { seedSoak, type SoakDatabase } from './soak-database.ts';
import { SOAK, type SoakOptions } from './soak-options.ts';
import { SoakTally } from './soak-tally.ts';
import { type Memory, takeMemory } from './take-memory.ts';

const APPLICATION_NAME = 'soak';
const LONGEST_VISIT_MS = 3_000;

export interface SoakResult extends SoakOptions {
  readonly organizations: number;
  readonly connections: number;
  readonly seconds: number;
  readonly done: number;
  readonly failures: Readonly<Record<string, number>>;
  readonly cancelled: number;
  readonly kills: number;
  readonly foreignRows: number;
  readonly shortAnswers: number;
  /** Rows that were written as another organisation than their own. */
  readonly crossedWrites: number;
  readonly connectionsAtEnd: number;
  readonly leftInTransaction: number;
  readonly unforeseen: readonly string[];
  readonly memory: { readonly start: Memory; readonly middle: Memory; readonly end: Memory };
}

/** Transactions of many organisations, interleaved over few connections, while errors, cancellations and lost backends befall them. */
export async function runSoak({ appUrl, secretKey, superuser }: SoakDatabase, options: SoakOptions): Promise<SoakResult> {
  const members = await seedSoak(superuser);
  const tally = new SoakTally();
  const hear = (error: unknown) => tally.unforeseen.add(`past everybody: ${String(error)}`);
  process.on('unhandledRejection', hear).on('warning', hear);
  const tenancy = openTenancy({
    connectionString: appUrl,
    contextKey: deriveKey(secretKey, 'context'),
    maxConnections: SOAK.connections,
    applicationName: APPLICATION_NAME,
    transactionLimitMs: LONGEST_VISIT_MS,
  });
  try {
    const [start, middle] = [takeMemory(), Promise.withResolvers<Memory>()];
    const startedAt = performance.now();
    const over = new AbortController();
    const killing = killBackends(superuser, APPLICATION_NAME, tally, over.signal);
    const halfway = () => middle.resolve(takeMemory());
    await keepVisiting(tenancy, members, tally, { transactions: options.transactions, random: seededRandom(options.seed), halfway });
    const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
    over.abort();
    await killing;
    const { done, failures, cancelled, kills, foreignRows, shortAnswers, unforeseen } = tally;
    const connectionsAtEnd = await heldConnections(tenancy, members, SOAK.connections);
    return {
      ...options,
      organizations: SOAK.organizations,
      connections: SOAK.connections,
      seconds,
      done,
      failures,
      cancelled,
      kills,
      foreignRows,
      shortAnswers,
      connectionsAtEnd,
      crossedWrites: await count(superuser, `public.leads where note is null or note not like org_id::text || '%'`),
      leftInTransaction: await count(superuser, `pg_stat_activity where application_name = 'soak' and state like 'idle in transaction%'`),
      unforeseen: [...unforeseen],
      memory: { start, middle: await middle.promise, end: takeMemory() },
    };
  } finally {
    await tenancy.close();
    process.off('unhandledRejection', hear).off('warning', hear);
  }
}

async function count(superuser: SoakDatabase['superuser'], what: string): Promise<number> {
  const { rows } = await superuser.query<{ count: number }>(`select count(*)::int as count from ${what}`);
  return rows[0]?.count ?? 0;
}
