import path from 'node:path';
import { ConfigurationFailure, PostgresUrl, readVariables, SecretKey, type Variables } from '@ringfence/db';
import { isLoopbackHost } from '@ringfence/identity/settings';
import { LOG_LEVELS } from '@ringfence/telemetry';
import { z } from 'zod';

const EXPECTED_PROVIDER = 'expected an address of this machine, such as http://127.0.0.1:8080';

const WorkerVariables = z.object({
  NODE_ENV: z.string().optional(),
  WORKER_DATABASE_URL: PostgresUrl,
  DATABASE_URL_DIRECT: PostgresUrl.optional(),
  SERVICE_DATABASE_URL: PostgresUrl.optional(),
  RINGFENCE_SECRET_KEY: SecretKey,
  RINGFENCE_SECRET_KEY_PREVIOUS: SecretKey.optional(),
  RINGFENCE_DATA_DIR: z.string().default('.ringfence'),
  STORAGE_URL: z.string().optional(),
  RINGFENCE_RECORDING_HOSTS: z.string().optional(),
  RINGFENCE_PROVIDER_URL: z
    .url({ protocol: /^https?$/, error: EXPECTED_PROVIDER })
    .refine(isOnLoopback, EXPECTED_PROVIDER)
    .optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `expected one of ${LOG_LEVELS.join(', ')}`).default('info'),
});

export interface WorkerEnvironment {
  readonly databaseUrl: string;
  /** The same log-in where no pooler stands between: the queue listens. */
  readonly directDatabaseUrl: string;
  readonly serviceDatabaseUrl: string | undefined;
  readonly secretKey: Buffer;
  readonly previousSecretKey: Buffer | undefined;
  readonly storageUrl: string;
  readonly recordingHosts: readonly string[];
  /** Stands in for the API of every provider; tests alone have one. */
  readonly providerUrl: string | undefined;
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

/** Reads what the worker needs. @throws ConfigurationFailure naming the variable and what was expected. */
export function readEnvironment(variables: Variables = process.env): WorkerEnvironment {
  const data = readVariables(WorkerVariables, variables);
  for (const name of ['RINGFENCE_RECORDING_HOSTS', 'RINGFENCE_PROVIDER_URL'] as const) {
    if (data[name] && data.NODE_ENV === 'production')
      throw new ConfigurationFailure(`${name}: expected nothing, since NODE_ENV is production.`);
  }
  return {
    databaseUrl: data.WORKER_DATABASE_URL,
    directDatabaseUrl: atHostOf(data.WORKER_DATABASE_URL, data.DATABASE_URL_DIRECT),
    serviceDatabaseUrl: data.SERVICE_DATABASE_URL,
    secretKey: data.RINGFENCE_SECRET_KEY,
    previousSecretKey: data.RINGFENCE_SECRET_KEY_PREVIOUS,
    storageUrl: data.STORAGE_URL ?? `file:${path.resolve(data.RINGFENCE_DATA_DIR, 'recordings')}`,
    recordingHosts: data.RINGFENCE_RECORDING_HOSTS?.split(',').map((host) => host.trim()) ?? [],
    providerUrl: data.RINGFENCE_PROVIDER_URL?.replace(/\/+$/, ''),
    logLevel: data.LOG_LEVEL,
  };
}

/** The log-in and database of one address at the host and port of another. */
function atHostOf(logInUrl: string, directUrl: string | undefined): string {
  if (directUrl === undefined) return logInUrl;
  const url = new URL(logInUrl);
  const { hostname, port } = new URL(directUrl);
  // Set by itself: a host without a port would leave the pooler's.
  Object.assign(url, { hostname, port });
  return url.href;
}

/** An account's credential goes there: nowhere but to this machine. */
function isOnLoopback(address: string): boolean {
  return isLoopbackHost(URL.parse(address)?.hostname ?? '');
}
