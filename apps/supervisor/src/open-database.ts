import { checkLogIns, type DatabaseUrls, type LogIn, logInUrl, migrate, pastPooler } from '@ringfence/db';
import { readOrCreateSecrets } from '@ringfence/db/data-folder';
import type { SupervisorEnvironment } from './env.ts';
import { tellProgress } from './tell-progress.ts';

export interface Database {
  readonly urls: DatabaseUrls;
  readonly secretKey: Buffer;
}

/** Brings the database that `databaseUrl` names up to date, and makes sure that every log-in is let in. */
export async function openDatabase(environment: SupervisorEnvironment, databaseUrl: string): Promise<Database> {
  const secrets = await readOrCreateSecrets(environment.dataDir);
  const secretKey = environment.secretKey ?? secrets.secretKey;
  const urls = eachLogIn((logIn) => environment.logInUrls[logIn] ?? logInUrl(databaseUrl, logIn, secrets.passwords[logIn]));
  const passwords = eachLogIn((logIn) => decodeURIComponent(new URL(urls[logIn]).password));
  await migrate({
    databaseUrl: pastPooler(databaseUrl, environment.directDatabaseUrl),
    secretKey,
    previousSecretKey: environment.previousSecretKey,
    passwords,
    log: tellProgress,
  });
  await checkLogIns(urls);
  return { urls, secretKey };
}

function eachLogIn(make: (logIn: LogIn) => string): DatabaseUrls {
  return { app: make('app'), worker: make('worker'), identity: make('identity'), service: make('service') };
}
