import { inject } from 'vitest';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The run's Postgres, as its superuser: made once by `vitest.global-setup.ts`. */
    databaseUrl: string;
  }
}

/** The address of the Postgres that this run of the tests uses; `RINGFENCE_TEST_DATABASE_URL` stands in where no global setup made one. */
export function runPostgres(): string {
  const url = inject('databaseUrl') ?? process.env['RINGFENCE_TEST_DATABASE_URL'];
  if (!url) throw new Error('RINGFENCE_TEST_DATABASE_URL: expected a Postgres address whose role is a superuser (npm test makes its own).');
  return url;
}

/** The same server and role, another database. */
export function onDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}
