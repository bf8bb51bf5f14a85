import type { CaseResult } from './measure/result.ts';

/** The comparison on the screen: a line per subject, the base first. */
export function printTable(cases: readonly CaseResult[]): void {
  const rows = cases.map((result) => [
    result.work,
    String(result.clients),
    result.subject,
    result.requestsPerSecond.toFixed(0),
    result.p50Ms.toFixed(1),
    result.p99Ms.toFixed(1),
    `${result.ratioToBase.toFixed(2)} [${result.ratioLow.toFixed(2)}–${result.ratioHigh.toFixed(2)}]`,
  ]);
  const table = [['work', 'clients', 'subject', 'requests/s', 'p50 ms', 'p99 ms', 'ratio to base'], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  for (const row of table)
    process.stdout.write(
      `${row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd()}\n`,
    );
}
