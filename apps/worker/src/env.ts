import path from 'node:path';
import { ConfigurationFailure, PostgresUrl, readVariables, SecretKey, type Variables } from '@ringfence/db';
import { LOG_LEVELS } from '@ringfence/telemetry';
import { z } from 'zod';

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
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

/** Reads what the worker needs. @throws ConfigurationFailure naming the variable and what was expected. */
export function readEnvironment(variables: Variables = process.env): WorkerEnvironment {
  const data = readVariables(WorkerVariables, variables);
  if (data.RINGFENCE_RECORDING_HOSTS && data.NODE_ENV === 'production') {
    throw new ConfigurationFailure('RINGFENCE_RECORDING_HOSTS: expected nothing, since NODE_ENV is production.');
  }
  return {
    databaseUrl: data.WORKER_DATABASE_URL,
    directDatabaseUrl: atHostOf(data.WORKER_DATABASE_URL, data.DATABASE_URL_DIRECT),
    serviceDatabaseUrl: data.SERVICE_DATABASE_URL,
    secretKey: data.RINGFENCE_SECRET_KEY,
    previousSecretKey: data.RINGFENCE_SECRET_KEY_PREVIOUS,
    storageUrl: data.STORAGE_URL ?? `file:${path.resolve(data.RINGFENCE_DATA_DIR, 'recordings')}`,
    recordingHosts: data.RINGFENCE_RECORDING_HOSTS?.split(',').map((host) => host.trim()) ?? [],
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
