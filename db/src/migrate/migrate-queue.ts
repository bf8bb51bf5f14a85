import { Logger, runMigrations } from 'graphile-worker';
import { Pool } from 'pg';

/** Brings graphile-worker's own tables up to date, as `ringfence_owner`: the worker's log-in owns nothing. */
export async function migrateQueue(databaseUrl: string): Promise<void> {
  const pool = new Pool({ connectionString: databaseUrl, max: 1, options: '-c role=ringfence_owner' });
  const { promise: lost, reject } = Promise.withResolvers<never>();
  pool.on('error', reject);
  pool.on('connect', (client) => client.on('error', reject));
  try {
    await Promise.race([runMigrations({ pgPool: pool, logger: new Logger(() => () => {}) }), lost]);
  } finally {
    await pool.end();
  }
}
