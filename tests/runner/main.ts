import { fileURLToPath } from 'node:url';
import { runChecks } from './run-checks.ts';
import { runTests } from './run-tests.ts';
import { addTallies } from './tally.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** `npm test`: all checks and all tests, or with parts of file names (`npm test -- recordings`) those tests alone. */
async function main(filters: readonly string[]): Promise<number> {
  const tallies = filters.length > 0 ? [] : [await runChecks(ROOT)];
  const { passed, failed } = addTallies([...tallies, await runTests(ROOT, filters)]);
  for (const name of failed) process.stdout.write(`failed: ${name}\n`);
  process.stdout.write(`${passed} passed, ${failed.length} failed\n`);
  return failed.length > 0 ? 1 : 0;
}

process.exit(await main(process.argv.slice(2)));
