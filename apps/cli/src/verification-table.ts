import type { Verified } from '@ringfence/tenancy/verify';
import { textTable } from './text-table.ts';

const COLUMNS = ['org_id', 'no null rows', 'row-level security', 'policies', 'primary key', 'foreign keys'] as const;

/** The checks as a table, a row per table, and below it what is wrong in words. */
export function verificationTable(checks: readonly Verified[]): string[] {
  const tables = [...new Set(checks.map(({ table }) => table))];
  const rows = tables.map((table) =>
    rowOf(
      table,
      checks.filter((check) => check.table === table),
    ),
  );
  const wrong = checks.filter(({ ok }) => !ok);
  return [
    ...textTable([['table', ...COLUMNS], ...rows]),
    '',
    ...wrong.map(({ table, check, found }) => `${table}: ${check}: ${found}`),
    wrong.length === 0
      ? `${tables.length} tables, ${checks.length} checks: all held.`
      : `${wrong.length} of ${checks.length} checks failed.`,
  ];
}

function rowOf(table: string, checks: readonly Verified[]): string[] {
  const [first] = checks;
  if (first?.check === 'belongs to no tenant') return [table, first.ok ? 'belongs to no tenant' : 'FAILED'];
  return [table, ...COLUMNS.map((column) => (checks.find(({ check }) => check === column)?.ok ? 'ok' : 'FAILED'))];
}
