import { LOG_INS, type LogIn, PostgresUrl, readVariables, SecretKey, type Variables } from '@ringfence/db';
import { DevOrg, JwtIssuers, JwtSecret, LegacyUntil, refuseOpenDevelopment } from '@ringfence/identity/settings';
import { z } from 'zod';

const Port = z.coerce
  .number('expected a port number')
  .int('expected a port number')
  .min(0, 'expected a port number')
  .max(65_535, 'expected a port number');

const SupervisorVariables = z.object({
  PORT: Port.default(4000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'expected an address (https://…)' }).optional(),
  DATABASE_URL: PostgresUrl.optional(),
  DATABASE_URL_DIRECT: PostgresUrl.optional(),
  APP_DATABASE_URL: PostgresUrl.optional(),
  WORKER_DATABASE_URL: PostgresUrl.optional(),
  IDENTITY_DATABASE_URL: PostgresUrl.optional(),
  SERVICE_DATABASE_URL: PostgresUrl.optional(),
  RINGFENCE_DATA_DIR: z.string().default('.ringfence'),
  RINGFENCE_SECRET_KEY: SecretKey.optional(),
  RINGFENCE_SECRET_KEY_PREVIOUS: SecretKey.optional(),
  RINGFENCE_DEMO: z.enum(['0', '1'], 'expected 0 or 1').optional(),
  RINGFENCE_JWT_ISSUERS: JwtIssuers.optional(),
  RINGFENCE_JWT_SECRET: JwtSecret.optional(),
  RINGFENCE_LEGACY_USER_METADATA_UNTIL: LegacyUntil.optional(),
  RINGFENCE_DEV_ORG: DevOrg.optional(),
  STORAGE_URL: z.string().optional(),
  NODE_ENV: z.string().optional(),
});

export interface SupervisorEnvironment {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  readonly publicUrl: string | undefined;
  /** Undefined: the embedded database. */
  readonly databaseUrl: string | undefined;
  readonly directDatabaseUrl: string | undefined;
  /** Log-ins that the operator names; the others are the data folder's. */
  readonly logInUrls: Readonly<Partial<Record<LogIn, string>>>;
  readonly dataDir: string;
  readonly secretKey: Buffer | undefined;
  readonly previousSecretKey: Buffer | undefined;
  readonly wantsDemo: boolean;
  readonly storageUrl: string | undefined;
  /** What children get beside what the supervisor gives them: everything but addresses of databases. */
  readonly inherited: Readonly<Record<string, string>>;
}

/** Reads what a start needs. @throws ConfigurationFailure naming the variable and what was expected. */
export function readEnvironment(variables: Variables = process.env): SupervisorEnvironment {
  const data = readVariables(SupervisorVariables, variables);
  refuseOpenDevelopment({ devOrg: data.RINGFENCE_DEV_ORG, mode: data.NODE_ENV, host: data.HOST, publicUrl: data.PUBLIC_URL });
  const named = (Object.keys(LOG_INS) as LogIn[]).map((logIn) => [logIn, data[`${logIn.toUpperCase() as Uppercase<LogIn>}_DATABASE_URL`]]);
  return {
    host: data.HOST,
    port: data.PORT,
    publicUrl: data.PUBLIC_URL,
    databaseUrl: data.DATABASE_URL,
    directDatabaseUrl: data.DATABASE_URL_DIRECT,
    logInUrls: Object.fromEntries(named.filter(([, url]) => url !== undefined)),
    dataDir: data.RINGFENCE_DATA_DIR,
    secretKey: data.RINGFENCE_SECRET_KEY,
    previousSecretKey: data.RINGFENCE_SECRET_KEY_PREVIOUS,
    wantsDemo: (data.RINGFENCE_DEMO ?? (data.NODE_ENV === 'production' ? '0' : '1')) === '1',
    storageUrl: data.STORAGE_URL,
    inherited: Object.fromEntries(Object.entries(variables).filter(isInherited)),
  };
}

function isInherited(entry: [string, string | undefined]): entry is [string, string] {
  return Boolean(entry[1]) && !entry[0].includes('DATABASE_URL');
}
