import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';

export interface IdentityDatabase {
  readonly database: PostgresJsDatabase;
  close(): Promise<void>;
}

/** The sign-in tables, by the one log-in that may use them, which sees nothing of any tenant. `onStatement` is told texts, never parameters. */
export function openIdentityDatabase(connectionString: string, onStatement?: (text: string) => void): IdentityDatabase {
  const sql = postgres(connectionString, {
    max: 5,
    connect_timeout: 5,
    onnotice: () => {},
    connection: { application_name: 'ringfence-identity' },
  });
  return { database: drizzle(sql, onStatement ? { logger: { logQuery: onStatement } } : {}), close: () => sql.end({ timeout: 1 }) };
}
