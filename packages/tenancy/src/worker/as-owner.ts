import { Pool } from 'pg';

/** Runs `work` on a connection of its own, in the role that everything shall belong to. A lost connection ends it. */
export async function asOwner<T>(connectionString: string, owner: string, work: (pool: Pool) => Promise<T>): Promise<T> {
  const pool = new Pool({ connectionString, max: 1, options: `-c role=${owner}` });
  const { promise: lost, reject } = Promise.withResolvers<never>();
  pool.on('error', reject);
  pool.on('connect', (client) => client.on('error', reject));
  try {
    return await Promise.race([work(pool), lost]);
  } finally {
    await pool.end();
  }
}
