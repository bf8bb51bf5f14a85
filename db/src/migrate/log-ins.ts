import { ConfigurationFailure } from '../configuration/configuration-failure.ts';

/** The roles that log in, by what uses them. */
export const LOG_INS = {
  app: 'ringfence_app',
  worker: 'ringfence_worker',
  identity: 'ringfence_identity',
  service: 'ringfence_service',
} as const;
export type LogIn = keyof typeof LOG_INS;

/** An address per log-in, to the same database. */
export type DatabaseUrls = Readonly<Record<LogIn, string>>;

/** What an address may say of its user a second time; drivers believe that more. */
const USER_PARAMETERS = ['user', 'password', 'role'];

/**
 * The address of one log-in on the database that `databaseUrl` names.
 * @throws ConfigurationFailure for an address that can't hold a user, such as one without a host: whoever runs us would log in.
 */
export function logInUrl(databaseUrl: string, logIn: LogIn, password: string): string {
  const url = URL.parse(databaseUrl);
  if (!url?.host)
    throw new ConfigurationFailure('DATABASE_URL: expected an address with one host, postgres://user:password@host/database.');
  for (const name of USER_PARAMETERS) url.searchParams.delete(name);
  url.username = LOG_INS[logIn];
  url.password = encodeURIComponent(password);
  return url.href;
}
