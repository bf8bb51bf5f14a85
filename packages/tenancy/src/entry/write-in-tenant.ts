import { setTimeout as pause } from 'node:timers/promises';
import type { Caller } from '../caller.ts';
import { type TenantDb, tenantDb } from '../drizzle/tenant-db.ts';
import { StatementFailed } from '../statement-failed.ts';
import type { Entrant } from './entrant.ts';
import type { EntryOptions } from './entry-options.ts';
import type { EntrySettings } from './entry-settings.ts';
import { OneTrip } from './one-trip.ts';
import { type Isolation, Transaction } from './transaction.ts';
import { Trips } from './trips.ts';
import { within } from './within.ts';
import { WorkClient } from './work-client.ts';

export interface TransactionOptions extends EntryOptions {
  readonly isolation?: Isolation | undefined;
  /** The work may run again, whole, when Postgres gave its transaction up for another's: nothing of it happened. */
  readonly isRepeatable?: boolean | undefined;
  /** The work asks all its statements at once, and they are committed when they answer: one round trip. */
  readonly isOneTrip?: boolean | undefined;
}

const MOST_ATTEMPTS = 4;
const BACKOFF_MS = 20;
/** serialization_failure, deadlock_detected */
const GIVEN_UP = new Set(['40001', '40P01']);

type Work<T> = (db: TenantDb) => Promise<T>;

/** Runs one transaction as an entrant; see `Tenancy.inTenant`. */
export async function writeInTenant<T>(settings: EntrySettings, caller: Caller, work: Work<T>, options: TransactionOptions): Promise<T> {
  const entrant: Entrant = { caller, access: 'write', roles: options.roles ?? null };
  if (options.isOneTrip) return inOneTrip(settings, entrant, work, options);
  for (let attempt = 1; ; attempt += 1) {
    const transaction = new Transaction(settings, entrant, options.trips ?? new Trips(), options.isolation ?? 'read committed');
    try {
      return await inTransaction(settings, transaction, new WorkClient(entrant, transaction, settings), work, options.signal);
    } catch (error) {
      const failure = transaction.failure ?? error;
      const isGivenUp = failure instanceof StatementFailed && GIVEN_UP.has(failure.code);
      if (!options.isRepeatable || !isGivenUp || attempt === MOST_ATTEMPTS) throw error;
    }
    await pause(Math.random() * BACKOFF_MS * 2 ** attempt);
  }
}

async function inTransaction<T>(
  settings: EntrySettings,
  transaction: Transaction,
  client: WorkClient,
  work: Work<T>,
  signal: AbortSignal | undefined,
): Promise<T> {
  let isLate = false;
  const onLate = (because: string) => {
    isLate = true;
    client.end(because);
    transaction.abandon();
  };
  try {
    const result = await within(settings.limitMs, signal, () => work(tenantDb(client)), onLate);
    client.end('its transaction has ended');
    await transaction.commit();
    return result;
  } catch (error) {
    client.end('its transaction was rolled back');
    if (!isLate) await transaction.rollback();
    throw error;
  }
}

async function inOneTrip<T>(settings: EntrySettings, entrant: Entrant, work: Work<T>, { trips, signal }: TransactionOptions): Promise<T> {
  const trip = new OneTrip(settings, entrant, trips ?? new Trips());
  const client = new WorkClient(entrant, trip, settings);
  try {
    const result = await within(
      settings.limitMs,
      signal,
      () => work(tenantDb(client)),
      (because) => client.end(because),
    );
    await trip.finish();
    return result;
  } catch (error) {
    trip.abandon();
    throw error;
  } finally {
    client.end('its transaction has ended');
  }
}
