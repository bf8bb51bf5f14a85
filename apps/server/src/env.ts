import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConfigurationFailure } from '@ringfence/db';
import { LOG_LEVELS } from '@ringfence/telemetry';
import proxyAddr from '@fastify/proxy-addr';
import { z } from 'zod';

const DASHBOARD = fileURLToPath(new URL('../../dashboard/dist', import.meta.url));

const key = z
  .base64('expected 32 bytes in base64')
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((bytes) => bytes.length === 32, 'expected 32 bytes in base64');
const postgresUrl = z
  .string('expected the address of a Postgres log-in')
  .regex(/^postgres(?:ql)?:\/\//, 'expected an address that begins with postgres://');

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535, 'expected a port from 0 to 65535').default(4000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'expected an address that begins with http:// or https://' }).optional(),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((entry) => entry.trim())
        .filter(Boolean),
    )
    .refine(areAddresses, 'expected addresses or CIDR ranges, comma-separated'),
  APP_DATABASE_URL: postgresUrl,
  IDENTITY_DATABASE_URL: postgresUrl,
  DATABASE_URL_DIRECT: postgresUrl.optional(),
  RINGFENCE_SECRET_KEY: key,
  RINGFENCE_SECRET_KEY_PREVIOUS: key.optional(),
  RINGFENCE_JWT_SECRET: z.string().min(16, 'expected at least 16 characters').optional(),
  RINGFENCE_DATA_DIR: z.string().min(1).default('.ringfence'),
  STORAGE_URL: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `expected one of ${LOG_LEVELS.join(', ')}`).default('info'),
});

/** Every variable the server reads, once. @throws ConfigurationFailure naming the first that is wrong or missing. */
export function readEnvironment(variables: NodeJS.ProcessEnv = process.env) {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const read = Environment.safeParse(given);
  if (!read.success) throw asFailure(read.error);
  const env = read.data;
  return {
    host: env.HOST,
    port: env.PORT,
    publicUrl: (env.PUBLIC_URL ?? `http://${inUrl(env.HOST)}:${env.PORT}`).replace(/\/+$/, ''),
    trustedProxies: env.TRUSTED_PROXIES,
    appDatabaseUrl: env.APP_DATABASE_URL,
    directDatabaseUrl: env.DATABASE_URL_DIRECT ? withoutPooler(env.APP_DATABASE_URL, env.DATABASE_URL_DIRECT) : env.APP_DATABASE_URL,
    identityDatabaseUrl: env.IDENTITY_DATABASE_URL,
    secretKey: env.RINGFENCE_SECRET_KEY,
    previousSecretKey: env.RINGFENCE_SECRET_KEY_PREVIOUS,
    jwtSecret: env.RINGFENCE_JWT_SECRET,
    storageUrl: env.STORAGE_URL ?? `file:${resolve(env.RINGFENCE_DATA_DIR, 'recordings')}`,
    dashboardFolder: DASHBOARD,
    logLevel: env.LOG_LEVEL,
  };
}

function asFailure(error: z.ZodError): ConfigurationFailure {
  const [issue] = error.issues;
  const name = String(issue?.path[0]);
  const isMissing = issue?.code === 'invalid_type' && issue.input === undefined;
  return new ConfigurationFailure(`${name}: ${isMissing ? 'is missing' : issue?.message}`);
}

function areAddresses(list: readonly string[]): boolean {
  try {
    proxyAddr.compile([...list]);
    return true;
  } catch {
    return false;
  }
}

function inUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

/** The app's log-in at the host, port and database of the direct address. */
function withoutPooler(appUrl: string, directUrl: string): string {
  const url = new URL(directUrl);
  const { username, password } = new URL(appUrl);
  Object.assign(url, { username, password });
  return url.href;
}
