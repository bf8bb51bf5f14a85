import { expect, test } from 'vitest';
import { SCENARIOS } from './chaos-options.ts';
import { isClean } from './is-clean.ts';
import { runChaos } from './run-chaos.ts';

/** What `npm run chaos` does for a quarter of an hour. */
const SECONDS = 5;

test('ATK-078 ATK-079 ATK-085 a short run of killed workers, restarts, outages, floods and failing steps: nothing is lost, doubled or crosses', async () => {
  const result = await runChaos({ seconds: SECONDS, seed: 1, scenarios: SCENARIOS }, () => {});
  const { kills, restarts, outage, flood, steps } = result;
  const whole = { lost: 0, doubled: 0, foreign: 0 };
  expect(kills).toMatchObject({ ...whole, orphans: 0 });
  expect(restarts).toMatchObject({ ...whole, orphans: 0 });
  expect(outage).toMatchObject({ ...whole, after: { missingCalls: 0, missingRecordings: 0, surplus: 0, unfinished: 0, told: 0 } });
  expect(flood).toMatchObject(whole);
  expect(steps).toMatchObject({ ...whole, orphans: 0 });
  expect(isClean(result)).toBe(true);
  // What was to go wrong did go wrong.
  expect(kills?.killToRun.times).toBeGreaterThan(0);
  expect(outage?.delivered.lost).toBeGreaterThan(0);
  expect(outage?.delivered.dropped).toBeGreaterThan(0);
  expect(flood?.neighboursStart.times).toBeGreaterThan(0);
  expect(Object.keys(steps?.faults ?? {}).length).toBeGreaterThan(2 * (steps?.steps ?? Infinity));
}, 600_000);
