import type { Answer, Statement } from '../connections/statement.ts';

/** Runs statements inside one tenant; what a Drizzle session stands on. */
export interface TenantStatements {
  /** @throws StatementFailed for what Postgres refuses, TenantRefused where the entry is. */
  ask(statement: Statement): Promise<Answer>;
  /** The role that the database gave at the entry. */
  role(): Promise<string>;
}
