import { createLogger, type Logger } from '@ringfence/telemetry';
import { readEnvironment } from './env.ts';
import { isConfiguration } from './is-configuration.ts';
import { startWorker, type TenantWorker } from './worker.ts';

/** The process of the worker: runs until SIGTERM, SIGINT or the end of whoever started it. */
async function main(): Promise<void> {
  const environment = readEnvironment();
  const log = createLogger({ level: environment.logLevel, name: 'worker' });
  process.on('unhandledRejection', (error) => {
    log.fatal({ err: error }, 'a promise was rejected and nobody looked');
    process.exit(1);
  });
  const worker = await startWorker({ ...environment, log });
  stopOnSignal(worker, log);
  log.info({ poolId: worker.workerId }, 'worker ready');
  process.send?.({ ready: true });
}

function stopOnSignal(worker: TenantWorker, log: Logger): void {
  let isStopping = false;
  async function stop(): Promise<void> {
    if (isStopping) return;
    isStopping = true;
    try {
      await worker.stop();
      log.info({}, 'worker stopped');
      process.exit(0);
    } catch (error) {
      log.error({ err: error }, 'worker could not stop in order');
      process.exit(1);
    }
  }
  for (const event of ['SIGTERM', 'SIGINT', 'disconnect']) process.on(event, () => void stop());
}

try {
  await main();
} catch (error) {
  if (!isConfiguration(error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(2);
}
