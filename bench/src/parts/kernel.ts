import { chooseRequest } from '../data/choose-request.ts';
import { type CallsDatabase, startCallsDatabase } from '../data/start-calls-database.ts';
import { closedLoop } from '../measure/closed-loop.ts';
import { casesOf, type Measurement } from '../measure/measurement.ts';

import { runRounds } from '../measure/run-rounds.ts';
import { startSlowNetwork } from '../network/start-slow-network.ts';
import { openPeers } from '../peers/open-peers.ts';
import type { Peer } from '../peers/peer.ts';
import { refuseDiffering } from '../works/refuse-differing.ts';
import { WORKS } from '../works/works.ts';
import { type ComparisonCase, comparisonCases } from './comparison-cases.ts';
import type { Part, PartOptions } from './part.ts';

const ROUND_TRIP_MS = 2;

/** The kernel among its peers: every work, every load, on one database. */
export const kernel: Part = {
  name: 'kernel',
  async run(options) {
    const cases = comparisonCases(options);
    const dataSets = new Map(cases.map(({ data }) => [data.schema, data]));
    const database = await startCallsDatabase([...dataSets.values()], options.log);
    const measurements: Measurement[] = [];
    try {
      for (const { schema } of dataSets.values()) {
        const here = cases.filter(({ data, isSlowNetwork }) => data.schema === schema && !isSlowNetwork);
        measurements.push(...(await compareAt(database, here, options)));
      }
      const slow = await startSlowNetwork(database.superuserUrl, ROUND_TRIP_MS);
      options.log(`  a round trip takes ${slow.addedMs.toFixed(2)} ms longer through the proxy`);
      const far = cases.filter(({ isSlowNetwork }) => isSlowNetwork);
      measurements.push(...(await compareAt(database, far, options, slow.port)));
      await slow.stop();
    } finally {
      await database.stop();
    }
    return measurements.flatMap(casesOf);
  },
};

/** Runs cases that share a place, so that every peer is opened once. */
async function compareAt(
  database: CallsDatabase,
  cases: readonly ComparisonCase[],
  { isQuick, log }: PartOptions,
  port?: number,
): Promise<Measurement[]> {
  const [first] = cases;
  if (!first) return [];
  const { peers, missing } = await openPeers({ database, schema: first.data.schema, ...(port === undefined ? {} : { port }) });
  for (const what of missing) log(`  not measured: ${what}`);
  const measurements: Measurement[] = [];
  try {
    for (const { work, label, clients, data } of cases) {
      log(`  ${label}, ${clients} clients${port === undefined ? '' : `, ${ROUND_TRIP_MS} ms`}`);
      await refuseDiffering(peers, WORKS[work], data);
      const run = (peer: Peer) => closedLoop(() => WORKS[work].ask(peer, chooseRequest(data)), clients, isQuick ? 100 : 250);
      const rounds = await runRounds(
        peers.map((peer) => ({ name: peer.name, run: () => run(peer) })),
        isQuick ? 3 : 9,
      );
      measurements.push({ work: label, clients, latencyMs: port === undefined ? 0 : ROUND_TRIP_MS, rounds });
    }
  } finally {
    await Promise.all(peers.map((peer) => peer.close()));
  }
  return measurements;
}
