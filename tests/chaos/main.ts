import { isClean } from './is-clean.ts';
import { readArguments } from './read-arguments.ts';
import { runChaos } from './run-chaos.ts';

try {
  const options = readArguments(process.argv.slice(2));
  const result = await runChaos(options, (line) => process.stderr.write(`${line}\n`));
  process.stdout.write(`${JSON.stringify(result)}\n`);
  if (!isClean(result)) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof TypeError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
