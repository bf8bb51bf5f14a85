import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pastPooler, PostgresUrl, readVariables, SecretKey, type Variables } from '@ringfence/db';
import { DevOrg, JwtIssuers, JwtSecret, LegacyUntil, refuseOpenDevelopment } from '@ringfence/identity/settings';
import { LOG_LEVELS } from '@ringfence/telemetry';
import proxyAddr from '@fastify/proxy-addr';
import { z } from 'zod';

const DASHBOARD = fileURLToPath(new URL('../../dashboard/dist', import.meta.url));

const EXPECTED_PORT = 'expected a port from 0 to 65535';

const ServerVariables = z.object({
  PORT: z.coerce.number(EXPECTED_PORT).int(EXPECTED_PORT).min(0, EXPECTED_PORT).max(65_535, EXPECTED_PORT).default(4000),
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
  APP_DATABASE_URL: PostgresUrl,
  IDENTITY_DATABASE_URL: PostgresUrl,
  SERVICE_DATABASE_URL: PostgresUrl,
  DATABASE_URL_DIRECT: PostgresUrl.optional(),
  RINGFENCE_SECRET_KEY: SecretKey,
  RINGFENCE_SECRET_KEY_PREVIOUS: SecretKey.optional(),
  RINGFENCE_JWT_ISSUERS: JwtIssuers.default([]),
  RINGFENCE_JWT_SECRET: JwtSecret.optional(),
  RINGFENCE_LEGACY_USER_METADATA_UNTIL: LegacyUntil.optional(),
  RINGFENCE_DEV_ORG: DevOrg.optional(),
  RINGFENCE_MAIL_SENDER: z.string().min(1).optional(),
  NODE_ENV: z.string().optional(),
  RINGFENCE_DATA_DIR: z.string().min(1).default('.ringfence'),
  STORAGE_URL: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `expected one of ${LOG_LEVELS.join(', ')}`).default('info'),
});

/** Every variable the server reads, once. @throws ConfigurationFailure naming the first that is wrong or missing. */
export function readEnvironment(variables: Variables = process.env) {
  const env = readVariables(ServerVariables, variables);
  refuseOpenDevelopment({ devOrg: env.RINGFENCE_DEV_ORG, mode: env.NODE_ENV, host: env.HOST, publicUrl: env.PUBLIC_URL });
  return {
    host: env.HOST,
    port: env.PORT,
    publicUrl: (env.PUBLIC_URL ?? `http://${inUrl(env.HOST)}:${env.PORT}`).replace(/\/+$/, ''),
    trustedProxies: env.TRUSTED_PROXIES,
    appDatabaseUrl: env.APP_DATABASE_URL,
    directDatabaseUrl: pastPooler(env.APP_DATABASE_URL, env.DATABASE_URL_DIRECT),
    identityDatabaseUrl: env.IDENTITY_DATABASE_URL,
    serviceDatabaseUrl: env.SERVICE_DATABASE_URL,
    secretKey: env.RINGFENCE_SECRET_KEY,
    previousSecretKey: env.RINGFENCE_SECRET_KEY_PREVIOUS,
    jwtIssuers: env.RINGFENCE_JWT_ISSUERS,
    jwtSecret: env.RINGFENCE_JWT_SECRET,
    legacyUntil: env.RINGFENCE_LEGACY_USER_METADATA_UNTIL,
    devOrg: env.RINGFENCE_DEV_ORG,
    mailSenderPath: env.RINGFENCE_MAIL_SENDER,
    isProduction: env.NODE_ENV === 'production',
    storageUrl: env.STORAGE_URL ?? `file:${resolve(env.RINGFENCE_DATA_DIR, 'recordings')}`,
    dashboardFolder: DASHBOARD,
    logLevel: env.LOG_LEVEL,
  };
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
