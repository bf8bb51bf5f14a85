import { readArguments, type BenchArguments } from './read-arguments.ts';
import type { CaseResult } from './measure/result.ts';
import { kernel } from './parts/kernel.ts';
import type { Part } from './parts/part.ts';
import { webhooks } from './parts/webhooks.ts';
import { printTable } from './report/print-table.ts';
import { writeResults } from './report/write-results.ts';

const PARTS: readonly Part[] = [kernel, webhooks];

try {
  const named = PARTS.map(({ name }) => name);
  await runParts(readArguments(process.argv.slice(2), named));
} catch (error) {
  if (!(error instanceof TypeError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

async function runParts({ parts, ...options }: BenchArguments): Promise<void> {
  const cases: CaseResult[] = [];
  const findings: Record<string, object> = {};
  const log = (line: string) => process.stderr.write(`${line}\n`);
  for (const part of PARTS.filter(({ name }) => parts.length === 0 || parts.includes(name))) {
    log(`${part.name}…`);
    cases.push(...(await part.run({ ...options, log, tell: (name, found) => (findings[name] = found) })));
  }
  printTable(cases);
  await writeResults(cases, findings);
}
