import { Logger, runMigrations } from 'graphile-worker';
import { asOwner } from './as-owner.ts';

/** Brings graphile-worker's own tables up to date, as their owner: the worker's log-in owns nothing. */
export async function migrateQueue(connectionString: string, owner: string): Promise<void> {
  await asOwner(connectionString, owner, (pool) => runMigrations({ pgPool: pool, logger: new Logger(() => () => {}) }));
}
