import { quantile } from '../measure/quantile.ts';
import type { SpentByProcess } from '../profile/backend-cpu.ts';
import { timeOf } from '../timing/interleave.ts';
import type { Searcher } from './open-searcher.ts';

export interface TimedSearch {
  readonly medianMs: number;
  /** What Postgres spent on a processor for one, whatever else the machine had to do. */
  readonly cpuMs: number;
  /** Pages of 8 KiB that were looked at. */
  readonly pages: number;
  readonly found: number;
  /** By what the rows were found: indexes by name, other scans by their table. */
  readonly by: readonly string[];
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Relation Name'?: string;
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly Plans?: readonly PlanNode[];
}

const WARM_UP = 2;
/** A way that takes seconds is asked less often. */
const LONGEST_MS = 6_000;

/** One search again and again, with its plan at the end. */
export async function timeSearch(
  { searcher, readCpu, samples }: { searcher: Searcher; readCpu: () => Promise<SpentByProcess>; samples: number },
  statement: string,
  values: readonly string[],
): Promise<TimedSearch> {
  const taken: number[] = [];
  const spent = async () => (await readCpu()).get(searcher.pid) ?? Number.NaN;
  for (let sample = 0; sample < WARM_UP; sample += 1) await searcher.ask(statement, values);
  const before = await spent();
  for (let sample = 0; sample < samples; sample += 1) {
    taken.push(await timeOf(() => searcher.ask(statement, values)));
    if (sample >= 4 && taken.reduce((sum, each) => sum + each, 0) > LONGEST_MS) break;
  }
  const cpuMs = ((await spent()) - before) / 1000 / taken.length;
  const found = (await searcher.ask(statement, values)).length;
  const [row] = await searcher.ask<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(`explain (analyze, buffers, format json) ${statement}`, values);
  if (!row) throw new Error('no plan');
  const [{ Plan: root }] = row['QUERY PLAN'];
  return {
    medianMs: quantile(taken, 0.5),
    cpuMs,
    pages: root['Shared Hit Blocks'] + root['Shared Read Blocks'],
    found,
    by: [...new Set(scansOf(root))],
  };
}

function scansOf(node: PlanNode): string[] {
  const relation = node['Node Type'] === 'Seq Scan' ? `all of ${node['Relation Name']}` : undefined;
  const way = node['Index Name'] ?? relation ?? (node['Node Type'] === 'Function Scan' ? 'the function' : undefined);
  return [...(way === undefined ? [] : [way]), ...(node.Plans ?? []).flatMap(scansOf)];
}
