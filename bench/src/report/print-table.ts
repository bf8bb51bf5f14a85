import type { CaseResult } from '../measure/result.ts';

/** The comparison on the screen: for each work and load a block, the base first. */
export function printTable(cases: readonly CaseResult[]): void {
  const head = ['subject', 'requests/s', 'p50 ms', 'p99 ms', 'ratio to base'];
  const rows = cases.map((result) => [
    result.subject,
    result.requestsPerSecond.toFixed(0),
    result.p50Ms.toFixed(1),
    result.p99Ms.toFixed(1),
    `${result.ratioToBase.toFixed(2)} [${result.ratioLow.toFixed(2)}–${result.ratioHigh.toFixed(2)}]`,
  ]);
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  let load = '';
  for (const [index, result] of cases.entries()) {
    const next = describeLoad(result);
    if (next !== load) process.stdout.write(`\n${next}\n${line(head)}\n`);
    load = next;
    process.stdout.write(`${line(rows[index] ?? [])}\n`);
  }
}

function describeLoad({ work, clients, latencyMs }: CaseResult): string {
  const network = latencyMs > 0 ? `, ${latencyMs} ms to the database` : '';
  return `${work}, ${clients} ${clients === 1 ? 'client' : 'clients'}${network}`;
}
