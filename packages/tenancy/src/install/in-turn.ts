import { setTimeout as pause } from 'node:timers/promises';
import type { Query } from '../query.ts';
import { undoneAfterwards } from './undone-afterwards.ts';

/** Any number, the same for all: held while something is installed in a database. */
const INSTALL_LOCK = 7_242_690_417;
const LOOK_EVERY_MS = 100;

/**
 * Runs `work` while nobody else installs in this database. Who waits inside a statement would be waited for by an index that the other
 * one builds concurrently: so it asks again and again. The lock belongs to the connection, so no pooler may stand between.
 */
export async function inTurn<T>(query: Query, work: () => Promise<T>): Promise<T> {
  while (!(await takeLock(query))) await pause(LOOK_EVERY_MS);
  return undoneAfterwards(work, () => query('select pg_advisory_unlock($1)', [INSTALL_LOCK]));
}

async function takeLock(query: Query): Promise<boolean> {
  const [row] = await query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [INSTALL_LOCK]);
  return row?.taken ?? false;
}
