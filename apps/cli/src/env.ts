import path from 'node:path';
import { ConfigurationFailure, LOG_INS, type LogIn } from '@ringfence/db';
import { z } from 'zod';

const KEY_BYTES = 32;

const Postgres = z.string().regex(/^postgres(ql)?:\/\/./, 'expected a Postgres address (postgres://…)');
const Key = z
  .base64('expected 32 bytes in base64')
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((key) => key.length === KEY_BYTES, 'expected 32 bytes in base64');

const Variables = z.object({
  DATABASE_URL: Postgres.optional(),
  APP_DATABASE_URL: Postgres.optional(),
  WORKER_DATABASE_URL: Postgres.optional(),
  IDENTITY_DATABASE_URL: Postgres.optional(),
  SERVICE_DATABASE_URL: Postgres.optional(),
  RINGFENCE_DATA_DIR: z.string().default('.ringfence'),
  RINGFENCE_SECRET_KEY: Key.optional(),
  RINGFENCE_SECRET_KEY_PREVIOUS: Key.optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce
    .number('expected a port number')
    .int('expected a port number')
    .min(1, 'expected a port number')
    .max(65_535, 'expected a port number')
    .default(4000),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'expected an address (https://…)' }).optional(),
});

export interface CliEnvironment {
  /** Null: the embedded database of the data folder. */
  readonly databaseUrl: string | null;
  /** Log-ins that the operator names; the others are the data folder's. */
  readonly logInUrls: Partial<Record<LogIn, string>>;
  readonly dataDir: string;
  readonly secretKey: Buffer | undefined;
  readonly previousSecretKey: Buffer | undefined;
  /** Without a slash at its end. */
  readonly publicUrl: string;
}

/** What the process was started with; tests give their own. */
export const GIVEN_VARIABLES: Readonly<Record<string, string | undefined>> = process.env;

/** Reads what commands need. @throws ConfigurationFailure naming the variable and what was expected. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): CliEnvironment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const { success, data, error } = Variables.safeParse(given);
  if (!success) {
    const [issue] = error.issues;
    throw new ConfigurationFailure(`${issue?.path.join('.')}: ${issue?.message}.`);
  }
  const logIns = Object.keys(LOG_INS) as LogIn[];
  const named = logIns.map((logIn) => [logIn, data[`${logIn.toUpperCase() as Uppercase<LogIn>}_DATABASE_URL`]]);
  return {
    databaseUrl: data.DATABASE_URL ?? null,
    logInUrls: Object.fromEntries(named.filter(([, url]) => url !== undefined)),
    dataDir: path.resolve(data.RINGFENCE_DATA_DIR),
    secretKey: data.RINGFENCE_SECRET_KEY,
    previousSecretKey: data.RINGFENCE_SECRET_KEY_PREVIOUS,
    publicUrl: (data.PUBLIC_URL ?? `http://${data.HOST}:${data.PORT}`).replace(/\/+$/, ''),
  };
}

/** Whether somebody looks for a bug, so that a failed command tells where it failed. */
export function isVerbose({ LOG_LEVEL: level }: Readonly<Record<string, string | undefined>>): boolean {
  return level === 'debug' || level === 'trace';
}
