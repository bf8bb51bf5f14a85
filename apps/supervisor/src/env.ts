import { ConfigurationFailure, LOG_INS, type LogIn } from '@ringfence/db';
import { z } from 'zod';

const KEY_BYTES = 32;
const LOOPBACK = /^(localhost|127\.|::1$|\[::1\]$)/;

const Postgres = z.string().regex(/^postgres(ql)?:\/\/./, 'expected a Postgres address (postgres://…)');
const Port = z.coerce
  .number('expected a port number')
  .int('expected a port number')
  .min(0, 'expected a port number')
  .max(65_535, 'expected a port number');
const Key = z
  .base64(`expected ${KEY_BYTES} bytes in base64`)
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((key) => key.length === KEY_BYTES, `expected ${KEY_BYTES} bytes in base64`);

const Variables = z.object({
  PORT: Port.default(4000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'expected an address (https://…)' }).optional(),
  DATABASE_URL: Postgres.optional(),
  DATABASE_URL_DIRECT: Postgres.optional(),
  APP_DATABASE_URL: Postgres.optional(),
  WORKER_DATABASE_URL: Postgres.optional(),
  IDENTITY_DATABASE_URL: Postgres.optional(),
  SERVICE_DATABASE_URL: Postgres.optional(),
  RINGFENCE_DATA_DIR: z.string().default('.ringfence'),
  RINGFENCE_SECRET_KEY: Key.optional(),
  RINGFENCE_SECRET_KEY_PREVIOUS: Key.optional(),
  RINGFENCE_DEMO: z.enum(['0', '1'], 'expected 0 or 1').optional(),
  RINGFENCE_DEV_ORG: z.uuid('expected the id of an organisation').optional(),
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
export function readEnvironment(variables: Readonly<Record<string, string | undefined>> = process.env): SupervisorEnvironment {
  const given = Object.fromEntries(Object.entries(variables).filter((entry): entry is [string, string] => Boolean(entry[1])));
  const { success, data, error } = Variables.safeParse(given);
  if (!success) {
    const [issue] = error.issues;
    throw new ConfigurationFailure(`${issue?.path.join('.')}: ${issue?.message}.`);
  }
  refuseOpenDevelopment(data);
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
    inherited: Object.fromEntries(Object.entries(given).filter(([name]) => !/DATABASE_URL/.test(name))),
  };
}

/** A sign-in without a token must never be reachable by anybody else. */
function refuseOpenDevelopment({ RINGFENCE_DEV_ORG: devOrg, NODE_ENV: mode, HOST: host }: z.infer<typeof Variables>): void {
  if (devOrg === undefined || (mode !== 'production' && LOOPBACK.test(host))) return;
  throw new ConfigurationFailure('RINGFENCE_DEV_ORG: expected nothing, since NODE_ENV is production or HOST is not a loopback address.');
}
