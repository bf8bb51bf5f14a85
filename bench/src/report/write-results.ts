import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, totalmem } from 'node:os';
import type { CaseResult } from '../measure/result.ts';

const RESULTS = new URL('../../results/', import.meta.url);

/** Keeps what a run found, in `bench/results/latest.json`. */
export async function writeResults(cases: readonly CaseResult[], findings: Readonly<Record<string, object>>): Promise<void> {
  const results = { machine: describeMachine(), at: new Date().toISOString(), cases, ...findings };
  await mkdir(RESULTS, { recursive: true });
  await writeFile(new URL('latest.json', RESULTS), `${JSON.stringify(results, null, 2)}\n`);
}

function describeMachine(): string {
  const [cpu] = cpus();
  return `${cpu?.model ?? 'unknown'}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
}
