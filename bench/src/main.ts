import { inspect } from 'node:util';
import { shareDatabase } from './data/shared-database.ts';
import type { Measurement } from './measure/measurement.ts';
import type { CaseResult } from './measure/result.ts';
import { http } from './parts/http.ts';
import { identity } from './parts/identity.ts';
import { jobs } from './parts/jobs.ts';
import { kernel } from './parts/kernel.ts';
import { memory } from './parts/memory.ts';
import type { Part } from './parts/part.ts';
import { profile } from './parts/profile.ts';
import { revoke } from './parts/revoke.ts';
import { search } from './parts/search.ts';
import { timing } from './parts/timing.ts';
import { webhooks } from './parts/webhooks.ts';
import { type BenchArguments, readArguments } from './read-arguments.ts';
import { judge } from './report/judge.ts';
import { printTable } from './report/print-table.ts';
import { printVerdicts } from './report/print-verdicts.ts';
import { writeResults } from './report/write-results.ts';

const PARTS: readonly Part[] = [kernel, http, profile, memory, timing, search, identity, revoke, webhooks, jobs];

try {
  const named = PARTS.map(({ name }) => name);
  await runParts(readArguments(process.argv.slice(2), named));
} catch (error) {
  if (!(error instanceof TypeError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

async function runParts({ parts, isPublished, ...options }: BenchArguments): Promise<void> {
  const cases: CaseResult[] = [];
  const measurements: Measurement[] = [];
  const findings: Record<string, object> = {};
  const log = (line: string) => process.stderr.write(`${line}\n`);
  const shared = shareDatabase(log);
  const outlets = {
    log,
    shared,
    tell: (name: string, found: object) => (findings[name] = found),
    judge: (measured: readonly Measurement[]) => measurements.push(...measured),
  };
  try {
    for (const part of PARTS.filter(({ name }) => parts.length === 0 || parts.includes(name))) {
      log(`${part.name}…`);
      try {
        cases.push(...(await part.run({ ...options, ...outlets })));
      } catch (error) {
        // What the other parts measured took minutes, and is told all the same.
        log(`${part.name} could not be measured: ${inspect(error)}`);
        process.exitCode = 1;
      }
    }
  } finally {
    await shared.stop();
  }
  const verdicts = judge(measurements);
  printTable(cases);
  printVerdicts(verdicts);
  await writeResults({ isPublished, cases, verdicts, findings });
}
