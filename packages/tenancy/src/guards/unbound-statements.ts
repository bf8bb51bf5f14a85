import { getTableName, type Logger, type Table } from 'drizzle-orm';
import { callSite } from './call-site.ts';
import type { Guards } from './guards.ts';

/** A logger for any other Drizzle client of a program: tells of statements on tenant tables, which no tenant was entered for. */
export class UnboundStatements implements Logger {
  readonly #names: readonly string[];
  readonly #guards: Pick<Guards, 'warn'>;

  constructor(tables: readonly Table[], guards: Pick<Guards, 'warn'>) {
    this.#names = tables.map(getTableName);
    this.#guards = guards;
  }

  logQuery(text: string): void {
    const table = this.#names.find((name) => text.includes(`"${name}"`));
    if (table === undefined) return;
    const message = `A statement on the tenant table "${table}" was run without a tenant. Use the client that inTenant hands down.`;
    this.#guards.warn({ kind: 'without-a-tenant', message, at: callSite() });
  }
}
