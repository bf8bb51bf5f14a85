import { randomBytes } from 'node:crypto';
import { logInUrl, migrate } from '@ringfence/db';
import { startTemporaryPostgres } from '@ringfence/db/embedded';
import { Client } from 'pg';
import { isClean } from './is-clean.ts';
import { readArguments } from './read-arguments.ts';
import { runSoak } from './run-soak.ts';
import type { SoakOptions } from './soak-options.ts';

try {
  await soak(readArguments(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof TypeError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

/** `npm run soak`: one JSON line on standard output; ends with 1 if anything crossed or was lost. */
async function soak(options: SoakOptions): Promise<void> {
  const [secretKey, password] = [randomBytes(32), randomBytes(16).toString('hex')];
  const passwords = { app: password, worker: password, identity: password, service: password };
  const postgres = await startTemporaryPostgres();
  const superuser = new Client({ connectionString: postgres.databaseUrl });
  try {
    await migrate({ databaseUrl: postgres.databaseUrl, secretKey, passwords, log: () => {} });
    await superuser.connect();
    process.stderr.write(`${options.transactions} transactions…\n`);
    const result = await runSoak({ appUrl: logInUrl(postgres.databaseUrl, 'app', password), secretKey, superuser }, options);
    process.stdout.write(`${JSON.stringify(result)}\n`);
    if (!isClean(result)) process.exitCode = 1;
  } finally {
    await superuser.end();
    await postgres.stop();
  }
}
