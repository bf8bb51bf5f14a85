import { bareWorker } from '../jobs/bare-worker.ts';
import { measureFairness } from '../jobs/measure-fairness.ts';
import { measureKills } from '../jobs/measure-kills.ts';
import { tenantWorker } from '../jobs/tenant-worker.ts';
import { compare } from '../measure/compare.ts';
import { quantile } from '../measure/quantile.ts';
import { printBlock } from '../report/print-block.ts';
import { tableLines } from '../report/table-lines.ts';
import type { Part } from './part.ts';

const CONCURRENCY = 8;
const ORGANIZATIONS = 20;

/**
 * Jobs of many tenants next to the bare queue that does the same inserts; how soon another organisation's job starts while one floods the
 * queue (ATK-085), and how soon a killed worker's job runs again (ATK-078).
 */
export const jobs: Part = {
  name: 'jobs',
  async run({ shared, isQuick, log, tell }) {
    const database = await shared.withCalls([]);
    const load = { jobs: isQuick ? 500 : 2_000, organizations: ORGANIZATIONS, concurrency: CONCURRENCY };
    const cases = await compare({
      work: `jobs that insert one row each`,
      clients: CONCURRENCY,
      rounds: isQuick ? 2 : 9,
      subjects: [bareWorker(database.superuserUrl, load), tenantWorker(database, load)],
    });
    log('  a flood…');
    const { neighboursMs, flooded, seconds } = await measureFairness(database, isQuick ? 1_000 : 10_000);
    log('  kills…');
    const kills = isQuick ? 5 : 30;
    const againMs = await measureKills(database, kills);
    const figures = [
      {
        what: `another's job starts, while one organisation's ${flooded} jobs ran in ${seconds.toFixed(0)} s`,
        aim: 'p95 ≤ 2 s',
        ...spread(neighboursMs),
      },
      { what: `a killed worker's job runs again, ${kills} kills`, aim: 'p50 ≤ 15 s, p95 ≤ 30 s, max ≤ 60 s', ...spread(againMs) },
    ];
    printBlock(
      'Jobs beside others',
      tableLines([
        ['', 'times', 'p50 ms', 'p95 ms', 'max ms', 'aim'],
        ...figures.map(({ what, aim, ...ms }) => [what, ...Object.values(ms).map((value) => value.toFixed(0)), aim]),
      ]),
    );
    tell('jobs', figures);
    return cases;
  },
};

function spread(taken: readonly number[]) {
  return { times: taken.length, p50Ms: quantile(taken, 0.5), p95Ms: quantile(taken, 0.95), maxMs: quantile(taken, 1) };
}
