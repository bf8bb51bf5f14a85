import type { Database } from './open-database.ts';
import type { SettledEnvironment } from './settle-environment.ts';

type Variables = Readonly<Record<string, string>>;

/** The server's variables: the log-ins it uses and no others, and never the address of a role that may change the schema. */
export function serverVariables(environment: SettledEnvironment, database: Database): Variables {
  return {
    ...sharedVariables(environment, database),
    PORT: String(environment.port),
    HOST: environment.host,
    PUBLIC_URL: environment.publicUrl,
    APP_DATABASE_URL: database.urls.app,
    IDENTITY_DATABASE_URL: database.urls.identity,
    SERVICE_DATABASE_URL: database.urls.service,
  };
}

/** The worker's variables: its own log-in, and the one that notes which organisation a failed job had reached for. */
export function workerVariables(environment: SettledEnvironment, database: Database): Variables {
  return {
    ...sharedVariables(environment, database),
    WORKER_DATABASE_URL: database.urls.worker,
    SERVICE_DATABASE_URL: database.urls.service,
  };
}

function sharedVariables({ inherited, dataDir, storageUrl, directDatabaseUrl }: SettledEnvironment, { secretKey }: Database): Variables {
  return {
    ...inherited,
    ...(directDatabaseUrl === undefined ? {} : { DATABASE_URL_DIRECT: withoutLogIn(directDatabaseUrl) }),
    RINGFENCE_DATA_DIR: dataDir,
    RINGFENCE_SECRET_KEY: secretKey.toString('base64'),
    STORAGE_URL: storageUrl,
  };
}

/** Children take the host from it and log in as themselves. */
function withoutLogIn(url: string): string {
  const address = new URL(url);
  address.username = '';
  address.password = '';
  return address.href;
}
