import path from 'node:path';
import { ConfigurationFailure } from '@ringfence/db';
import { LOG_LEVELS } from '@ringfence/telemetry';
import { z } from 'zod';

const KEY_BYTES = 32;

const Postgres = z.string().regex(/^postgres(ql)?:\/\/./, 'expected a Postgres address (postgres://…)');
const Key = z
  .base64('expected 32 bytes in base64')
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((key) => key.length === KEY_BYTES, 'expected 32 bytes in base64');

const Variables = z.object({
  NODE_ENV: z.string().optional(),
  WORKER_DATABASE_URL: Postgres,
  DATABASE_URL_DIRECT: Postgres.optional(),
  RINGFENCE_SECRET_KEY: Key,
  RINGFENCE_SECRET_KEY_PREVIOUS: Key.optional(),
  RINGFENCE_DATA_DIR: z.string().default('.ringfence'),
  STORAGE_URL: z.string().optional(),
  RINGFENCE_RECORDING_HOSTS: z.string().optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `expected one of ${LOG_LEVELS.join(', ')}`).default('info'),
});

export interface WorkerEnvironment {
  readonly databaseUrl: string;
  /** The same log-in where no pooler stands between: the queue listens. */
  readonly directDatabaseUrl: string;
  readonly secretKey: Buffer;
  readonly previousSecretKey: Buffer | undefined;
  readonly storageUrl: string;
  readonly recordingHosts: readonly string[];
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

/** Reads what the worker needs. @throws ConfigurationFailure naming the variable and what was expected. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>> = process.env): WorkerEnvironment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const { success, data, error } = Variables.safeParse(given);
  if (!success) throw refusal(error);
  if (data.RINGFENCE_RECORDING_HOSTS && data.NODE_ENV === 'production') {
    throw new ConfigurationFailure('RINGFENCE_RECORDING_HOSTS: expected nothing, since NODE_ENV is production.');
  }
  return {
    databaseUrl: data.WORKER_DATABASE_URL,
    directDatabaseUrl: atHostOf(data.WORKER_DATABASE_URL, data.DATABASE_URL_DIRECT),
    secretKey: data.RINGFENCE_SECRET_KEY,
    previousSecretKey: data.RINGFENCE_SECRET_KEY_PREVIOUS,
    storageUrl: data.STORAGE_URL ?? `file:${path.resolve(data.RINGFENCE_DATA_DIR, 'recordings')}`,
    recordingHosts: data.RINGFENCE_RECORDING_HOSTS?.split(',').map((host) => host.trim()) ?? [],
    logLevel: data.LOG_LEVEL,
  };
}

function refusal(error: z.ZodError): ConfigurationFailure {
  const [issue] = error.issues;
  const said = issue?.code === 'invalid_type' ? 'expected a value, found none' : issue?.message;
  return new ConfigurationFailure(`${issue?.path.join('.')}: ${said}.`);
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
