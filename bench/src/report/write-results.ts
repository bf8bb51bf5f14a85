import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, totalmem } from 'node:os';
import type { CaseResult } from '../measure/result.ts';
import type { Verdict } from './judge.ts';
import { markdownOf } from './markdown-of.ts';
import { pictureOf } from './picture-of.ts';
import { publish } from './publish.ts';

const RESULTS = new URL('../../results/', import.meta.url);

export interface Results {
  /** Whether picture and tables go into the README too. */
  readonly isPublished: boolean;
  readonly cases: readonly CaseResult[];
  readonly verdicts: readonly Verdict[];
  /** What parts found that isn't a comparison, by name. */
  readonly findings: Readonly<Record<string, object>>;
}

/** Keeps what a run found in `bench/results`: the figures, tables and the picture. */
export async function writeResults({ isPublished, cases, verdicts, findings }: Results): Promise<void> {
  const machine = describeMachine();
  const results = { machine, at: new Date().toISOString(), cases, verdicts, ...findings };
  const picture = pictureOf(cases, machine);
  await mkdir(RESULTS, { recursive: true });
  await writeFile(new URL('latest.json', RESULTS), `${JSON.stringify(results, null, 2)}\n`);
  const tables = markdownOf(cases, verdicts);
  await writeFile(new URL('latest.md', RESULTS), tables);
  if (picture) await writeFile(new URL('latest.svg', RESULTS), picture);
  if (picture && isPublished) await publish(picture, tables, machine);
}

function describeMachine(): string {
  const [cpu] = cpus();
  return `${cpu?.model ?? 'unknown'}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
}
