import type { Asked, Statement } from '../connections/statement.ts';
import { asRefusal } from './as-refusal.ts';

interface RoleHeard {
  resolve(role: string): void;
  reject(error: unknown): void;
}

/** Asks the statements of an entry; `role` hears what the last of them gave, or why the tenant was refused. */
export function askRole(statements: readonly Statement[], role: RoleHeard): Asked[] {
  return statements.map((statement, index) => ({
    statement,
    resolve: ({ rows }) => {
      if (index === statements.length - 1) role.resolve(rows[0]?.[0] ?? '');
    },
    reject: (error) => role.reject(asRefusal(error)),
  }));
}
