import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type DatabaseUrls, type LogIn, logInUrl, migrate } from '@ringfence/db';
import { readOrCreateSecrets } from '@ringfence/db/data-folder';
import { startEmbeddedPostgres } from '@ringfence/db/embedded';
import postgres from 'postgres';

/** What any production database is given; the rest is Postgres as `npm start` runs it, durable. */
const SETTINGS = { shared_buffers: '1GB', max_connections: '400', max_wal_size: '8GB', checkpoint_timeout: '30min' };

export interface BenchDatabase {
  readonly urls: DatabaseUrls;
  /** Passes row-level security: what an application without isolation would use. */
  readonly superuserUrl: string;
  readonly secretKey: Buffer;
  stop(): Promise<void>;
}

/** A migrated Postgres in a folder that goes with it. */
export async function startBenchDatabase(log: (line: string) => void): Promise<BenchDatabase> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'ringfence-bench-'));
  const { secretKey, passwords } = await readOrCreateSecrets(dataDir);
  await configure(dataDir, log);
  const running = await startEmbeddedPostgres({ dataDir, log });
  await migrate({ databaseUrl: running.databaseUrl, secretKey, passwords, log: () => {} });
  const urlOf = (logIn: LogIn) => logInUrl(running.databaseUrl, logIn, passwords[logIn]);
  return {
    urls: { app: urlOf('app'), worker: urlOf('worker'), identity: urlOf('identity'), service: urlOf('service') },
    superuserUrl: running.databaseUrl,
    secretKey,
    async stop() {
      await running.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Settings that are read at the start: written by a first one. */
async function configure(dataDir: string, log: (line: string) => void): Promise<void> {
  const { databaseUrl, stop } = await startEmbeddedPostgres({ dataDir, log });
  const sql = postgres(databaseUrl, { max: 1 });
  for (const [name, value] of Object.entries(SETTINGS)) await sql.unsafe(`alter system set ${name} = '${value}'`);
  await sql.end();
  await stop();
}
