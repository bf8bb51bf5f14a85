import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type DatabaseUrls, type LogIn, logInUrl, migrate } from '@ringfence/db';
import { readOrCreateSecrets } from '@ringfence/db/data-folder';
import { startEmbeddedPostgres } from '@ringfence/db/embedded';

export interface BenchDatabase {
  readonly urls: DatabaseUrls;
  /** Passes row-level security: what an application without isolation would use. */
  readonly superuserUrl: string;
  readonly secretKey: Buffer;
  stop(): Promise<void>;
}

/** A migrated Postgres as `npm start` runs it, durable, in a folder that goes with it. */
export async function startBenchDatabase(log: (line: string) => void): Promise<BenchDatabase> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'ringfence-bench-'));
  const { secretKey, passwords } = await readOrCreateSecrets(dataDir);
  const postgres = await startEmbeddedPostgres({ dataDir, log });
  await migrate({ databaseUrl: postgres.databaseUrl, secretKey, passwords, log: () => {} });
  const urlOf = (logIn: LogIn) => logInUrl(postgres.databaseUrl, logIn, passwords[logIn]);
  return {
    urls: { app: urlOf('app'), worker: urlOf('worker'), identity: urlOf('identity'), service: urlOf('service') },
    superuserUrl: postgres.databaseUrl,
    secretKey,
    async stop() {
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
