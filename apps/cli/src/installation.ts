import { checkLogIns, type DatabaseUrls, LOG_INS, type LogIn, logInUrl, migrate, pastPooler } from '@ringfence/db';
import { prepareDataFolder, readOrCreateSecrets, type Secrets } from '@ringfence/db/data-folder';
import { openEmbeddedPostgres } from '@ringfence/db/embedded';
import type { CliEnvironment } from './env.ts';
import type { Terminal } from './terminal.ts';

/** The database, its log-ins and its key, wherever they come from. */
export interface Installation {
  /** The database is our own, kept in the data folder. */
  readonly isEmbedded: boolean;
  /** A role that may migrate. */
  readonly databaseUrl: string;
  readonly urls: DatabaseUrls;
  readonly secretKey: Buffer;
  readonly previousSecretKey: Buffer | undefined;
  readonly publicUrl: string;
  /** Brings the database up to date, and tells how many steps that took. @throws ConfigurationFailure for a log-in that isn't let in. */
  migrate(): Promise<{ applied: number }>;
  close(): Promise<void>;
}

/** Opens the installation that the environment names: DATABASE_URL's, or the embedded one, attached to or started for this command. */
export async function openInstallation(environment: CliEnvironment, { tell }: Terminal): Promise<Installation> {
  const { databaseUrl, close } = await openDatabase(environment, tell);
  try {
    const secrets = needsSecrets(environment) ? await readOrCreateSecrets(await prepareDataFolder(environment.dataDir)) : null;
    const secretKey = environment.secretKey ?? present(secrets).secretKey;
    const urls = logInUrls(environment, databaseUrl, secrets);
    const { previousSecretKey, publicUrl } = environment;
    return {
      isEmbedded: environment.databaseUrl === null,
      databaseUrl,
      urls,
      secretKey,
      previousSecretKey,
      publicUrl,
      async migrate() {
        const migrated = await migrate({
          databaseUrl: pastPooler(databaseUrl, environment.directDatabaseUrl),
          secretKey,
          previousSecretKey,
          passwords: eachLogIn((logIn) => passwordOf(urls[logIn])),
          log: tell,
        });
        await checkLogIns(urls);
        return migrated;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openDatabase(
  { databaseUrl, dataDir }: CliEnvironment,
  tell: Terminal['tell'],
): Promise<{ databaseUrl: string; close(): Promise<void> }> {
  if (databaseUrl === null) return openEmbeddedPostgres({ dataDir, log: tell });
  return { databaseUrl, close: () => Promise.resolve() };
}

/** Somebody who names everything needs no data folder. */
function needsSecrets({ secretKey, logInUrls }: CliEnvironment): boolean {
  return secretKey === undefined || Object.keys(logInUrls).length < Object.keys(LOG_INS).length;
}

function logInUrls(environment: CliEnvironment, databaseUrl: string, secrets: Secrets | null): DatabaseUrls {
  return eachLogIn((logIn) => environment.logInUrls[logIn] ?? logInUrl(databaseUrl, logIn, present(secrets).passwords[logIn]));
}

function passwordOf(url: string): string {
  return decodeURIComponent(new URL(url).password);
}

function eachLogIn(make: (logIn: LogIn) => string): Record<LogIn, string> {
  return { app: make('app'), worker: make('worker'), identity: make('identity'), service: make('service') };
}

function present(secrets: Secrets | null): Secrets {
  if (!secrets) throw new TypeError('the data folder was not read though something of it is needed');
  return secrets;
}
