import { chooseRequest } from '../data/choose-request.ts';
import type { CallsDatabase } from '../data/start-calls-database.ts';
import { closedLoop } from '../measure/closed-loop.ts';
import { casesOf, type Measurement } from '../measure/measurement.ts';
import { runRounds } from '../measure/run-rounds.ts';
import { ROUND_TRIP_MS, startSlowNetwork } from '../network/start-slow-network.ts';
import { openPeers } from '../peers/open-peers.ts';
import type { Peer } from '../peers/peer.ts';
import { describeLoad } from '../report/describe-load.ts';
import { refuseDiffering } from '../works/refuse-differing.ts';
import { WORKS } from '../works/works.ts';
import { type ComparisonCase, comparisonCases } from './comparison-cases.ts';
import { compareSizes } from './compare-sizes.ts';
import type { Part, PartOptions } from './part.ts';

/** The kernel among its peers: every work, every load, on one database. */
export const kernel: Part = {
  name: 'kernel',
  async run(options) {
    const cases = comparisonCases(options);
    const near = cases.filter(({ isSlowNetwork }) => !isSlowNetwork);
    const dataSets = [...new Map(cases.map(({ data }) => [data.schema, data])).values()];
    const database = await options.shared.withCalls(dataSets);
    const measurements: Measurement[] = [];
    for (const { schema } of dataSets) {
      measurements.push(
        ...(await compareAt(
          database,
          near.filter(({ data }) => data.schema === schema),
          options,
        )),
      );
    }
    if (dataSets.length > 1) measurements.push(await compareSizes(database, near, options));
    const slow = await startSlowNetwork(database.superuserUrl, ROUND_TRIP_MS);
    options.log(`  a round trip takes ${slow.addedMs.toFixed(2)} ms longer through the proxy`);
    options.tell('slowNetwork', { wantedMs: ROUND_TRIP_MS, addedMs: slow.addedMs });
    const far = cases.filter(({ isSlowNetwork }) => isSlowNetwork);
    measurements.push(...(await compareAt(database, far, options, slow.port)));
    await slow.stop();
    options.judge(measurements);
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
      const load = { work: label, clients, latencyMs: port === undefined ? 0 : ROUND_TRIP_MS };
      log(`  ${describeLoad(load)}`);
      await refuseDiffering(peers, WORKS[work], data);
      const run = (peer: Peer) => closedLoop(() => WORKS[work].ask(peer, chooseRequest(data)), clients, isQuick ? 80 : 250);
      const subjects = peers.map((peer) => ({ name: peer.name, run: () => run(peer) }));
      measurements.push({ ...load, rounds: await runRounds(subjects, isQuick ? 3 : 9) });
    }
  } finally {
    await Promise.all(peers.map((peer) => peer.close()));
  }
  return measurements;
}
