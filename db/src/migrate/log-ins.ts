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

/** The address of one log-in on the database that `databaseUrl` names. */
export function logInUrl(databaseUrl: string, logIn: LogIn, password: string): string {
  const url = new URL(databaseUrl);
  url.username = LOG_INS[logIn];
  url.password = encodeURIComponent(password);
  return url.href;
}
