import path from 'node:path';
import { LOG_INS, type LogIn, PostgresUrl, readVariables, SecretKey, type Variables } from '@ringfence/db';
import { type JwtIssuer, JwtIssuers } from '@ringfence/identity/settings';
import { z } from 'zod';

const CliVariables = z.object({
  DATABASE_URL: PostgresUrl.optional(),
  DATABASE_URL_DIRECT: PostgresUrl.optional(),
  APP_DATABASE_URL: PostgresUrl.optional(),
  WORKER_DATABASE_URL: PostgresUrl.optional(),
  IDENTITY_DATABASE_URL: PostgresUrl.optional(),
  SERVICE_DATABASE_URL: PostgresUrl.optional(),
  RINGFENCE_DATA_DIR: z.string().default('.ringfence'),
  RINGFENCE_SECRET_KEY: SecretKey.optional(),
  RINGFENCE_SECRET_KEY_PREVIOUS: SecretKey.optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce
    .number('expected a port number')
    .int('expected a port number')
    .min(1, 'expected a port number')
    .max(65_535, 'expected a port number')
    .default(4000),
  RINGFENCE_JWT_ISSUERS: JwtIssuers.default([]),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'expected an address (https://…)' }).optional(),
});

export interface CliEnvironment {
  /** Null: the embedded database of the data folder. */
  readonly databaseUrl: string | null;
  /** The database without a pooler between, to migrate. */
  readonly directDatabaseUrl: string | undefined;
  /** Log-ins that the operator names; the others are the data folder's. */
  readonly logInUrls: Partial<Record<LogIn, string>>;
  readonly dataDir: string;
  readonly secretKey: Buffer | undefined;
  readonly previousSecretKey: Buffer | undefined;
  /** Whose subjects can be linked; empty where none is told. */
  readonly jwtIssuers: readonly JwtIssuer[];
  /** Without a slash at its end. */
  readonly publicUrl: string;
}

/** What the process was started with; tests give their own. */
export const GIVEN_VARIABLES: Variables = process.env;

/** Reads what commands need. @throws ConfigurationFailure naming the variable and what was expected. */
export function readEnvironment(variables: Variables): CliEnvironment {
  const data = readVariables(CliVariables, variables);
  const logIns = Object.keys(LOG_INS) as LogIn[];
  const named = logIns.map((logIn) => [logIn, data[`${logIn.toUpperCase() as Uppercase<LogIn>}_DATABASE_URL`]]);
  return {
    databaseUrl: data.DATABASE_URL ?? null,
    directDatabaseUrl: data.DATABASE_URL_DIRECT,
    logInUrls: Object.fromEntries(named.filter(([, url]) => url !== undefined)),
    dataDir: path.resolve(data.RINGFENCE_DATA_DIR),
    secretKey: data.RINGFENCE_SECRET_KEY,
    previousSecretKey: data.RINGFENCE_SECRET_KEY_PREVIOUS,
    jwtIssuers: data.RINGFENCE_JWT_ISSUERS,
    publicUrl: (data.PUBLIC_URL ?? `http://${data.HOST}:${data.PORT}`).replace(/\/+$/, ''),
  };
}

/** Whether somebody looks for a bug, so that a failed command tells where it failed. */
export function isVerbose({ LOG_LEVEL: level }: Variables): boolean {
  return level === 'debug' || level === 'trace';
}
