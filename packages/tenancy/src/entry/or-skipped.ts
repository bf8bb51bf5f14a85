import type { Asked } from '../connections/statement.ts';
import { StatementSkipped } from '../connections/unit.ts';

/** The same question, put aside instead of refused where Postgres skipped it. */
export function orSkipped(asked: Asked, skipped: Asked[]): Asked {
  const { statement, resolve } = asked;
  return { statement, resolve, reject: (error) => (error instanceof StatementSkipped ? skipped.push(asked) : asked.reject(error)) };
}
