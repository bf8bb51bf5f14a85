import { describeEnding } from './describe-ending.ts';
import { readEnvironment } from './env.ts';
import { type Mode, supervise } from './supervise.ts';
import { tellProgress } from './tell-progress.ts';
import { untilToldToStop } from './until-told-to-stop.ts';

/** Runs until it is told to stop, or until something can't go on; ends all it started, Postgres last. */
async function main(mode: Mode): Promise<0 | 1 | 2> {
  const started = new AsyncDisposableStack();
  const toldToStop = untilToldToStop();
  try {
    await Promise.race([supervise(readEnvironment(), mode, started), toldToStop]);
    tellProgress('Stopping…');
    return 0;
  } catch (error) {
    const { exitCode, line } = describeEnding(error);
    if (line) tellProgress(line);
    return exitCode;
  } finally {
    await started.disposeAsync();
  }
}

process.exit(await main(process.argv.includes('--dev') ? 'develop' : 'serve'));
