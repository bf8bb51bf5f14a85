import { chooseRequest } from '../data/choose-request.ts';
import type { CallsDatabase } from '../data/start-calls-database.ts';
import { closedLoop } from '../measure/closed-loop.ts';
import type { Measurement } from '../measure/measurement.ts';
import { runRounds } from '../measure/run-rounds.ts';
import { openKernelCompiled } from '../peers/kernel.ts';
import { WORKS } from '../works/works.ts';
import type { ComparisonCase } from './comparison-cases.ts';
import type { PartOptions } from './part.ts';

const CLIENTS = 32;

/** What a request of the kernel costs by the size of the data, all sizes interleaved, each compared with the base case. */
export async function compareSizes(
  database: CallsDatabase,
  cases: readonly ComparisonCase[],
  { isQuick, log }: PartOptions,
): Promise<Measurement> {
  const bySchema = new Map(
    cases.filter(({ work, clients }) => work === 'list' && clients === CLIENTS).map((each) => [each.data.schema, each]),
  );
  const sizes = [...bySchema.values()].map(({ label, data }) => ({
    label,
    data,
    peer: openKernelCompiled({ database, schema: data.schema }),
  }));
  log('  sizes compared');
  try {
    const subjects = sizes.map(({ label, data, peer }) => ({
      name: `Ringfence, ${label}`,
      run: () => closedLoop(() => WORKS.list.ask(peer, chooseRequest(data)), CLIENTS, isQuick ? 80 : 500),
    }));
    return { work: 'list 50 by size', clients: CLIENTS, latencyMs: 0, rounds: await runRounds(subjects, isQuick ? 3 : 15) };
  } finally {
    await Promise.all(sizes.map(({ peer }) => peer.close()));
  }
}
