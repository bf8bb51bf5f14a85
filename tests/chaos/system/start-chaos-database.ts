import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type DatabaseUrls, type LogIn, logInUrl, migrate } from '@ringfence/db';
import { readOrCreateSecrets } from '@ringfence/db/data-folder';
import { startEmbeddedPostgres } from '@ringfence/db/embedded';
import { Pool } from 'pg';

/** `stop` ends sessions and writes everything out; `crash` drops all, and the log is replayed at the next start. */
export type RestartMode = 'stop' | 'crash';

/** When Postgres was told to end, when it had, and when it took connections again. */
export interface Restart {
  readonly toldAt: number;
  readonly goneAt: number;
  readonly backAt: number;
}

/** A migrated, durable Postgres in a folder that goes with it. */
export interface ChaosDatabase {
  readonly urls: DatabaseUrls;
  readonly secretKey: Buffer;
  /** Asks as superuser, past every policy. @throws while Postgres is away. */
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Resolves once it takes connections again. */
  restart(mode: RestartMode): Promise<Restart>;
  stop(): Promise<void>;
}

export async function startChaosDatabase(): Promise<ChaosDatabase> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'ringfence-chaos-'));
  const { secretKey, passwords } = await readOrCreateSecrets(dataDir);
  const start = () => startEmbeddedPostgres({ dataDir, log: () => {} });
  let postgres = await start();
  const { databaseUrl } = postgres;
  await migrate({ databaseUrl, secretKey, passwords, log: () => {} });
  const pool = new Pool({ connectionString: databaseUrl, max: 4, application_name: 'chaos' });
  // Connections are lost with every restart, and opened again by the next statement.
  pool.on('error', () => {});
  const urlOf = (logIn: LogIn) => logInUrl(databaseUrl, logIn, passwords[logIn]);

  async function query<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await pool.query<Row>(text, [...values])).rows;
  }

  async function end(mode: RestartMode): Promise<void> {
    if (mode === 'stop') return postgres.stop();
    const [found] = await query<{ pid: string }>(`select split_part(pg_read_file('postmaster.pid'), E'\\n', 1) as pid`);
    process.kill(Number(found?.pid), 'SIGQUIT');
    await postgres.lastWords;
  }

  return {
    urls: { app: urlOf('app'), worker: urlOf('worker'), identity: urlOf('identity'), service: urlOf('service') },
    secretKey,
    query,
    async restart(mode) {
      const toldAt = Date.now();
      await end(mode);
      const goneAt = Date.now();
      postgres = await start();
      if (postgres.databaseUrl !== databaseUrl) throw new Error('Postgres came back elsewhere: another process took its port.');
      return { toldAt, goneAt, backAt: Date.now() };
    },
    async stop() {
      await pool.end();
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
