import { startVitest } from 'vitest/node';
import type { Tally } from './tally.ts';
import { TallyReporter } from './tally-reporter.ts';

/** Every test there is, in one run that shares one Postgres; `filters` are parts of file names. */
export async function runTests(root: string, filters: readonly string[]): Promise<Tally> {
  const reporter = new TallyReporter();
  const vitest = await startVitest('test', [...filters], { root, watch: false, reporters: ['default', reporter] });
  await vitest.close();
  const tally = reporter.tally();
  if (tally.passed + tally.failed.length === 0) return { passed: 0, failed: ['no test was found'] };
  return tally;
}
