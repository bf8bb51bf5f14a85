import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { BenchDatabase } from '../bench-database.ts';

const PROGRAM = fileURLToPath(new URL('probe-worker.ts', import.meta.url));

interface ProbeMessage {
  readonly event: 'ready' | 'began' | 'ended';
  readonly number: number;
}

export interface ProbeWorker {
  /** The probes that run in it, as far as it told. */
  readonly running: ReadonlySet<number>;
  kill(): Promise<void>;
}

/** A worker of probes in a process of its own, with the product's own times. Resolves once it is there. */
export async function startProbeWorker(
  { urls, secretKey }: Pick<BenchDatabase, 'urls' | 'secretKey'>,
  onBegan: (number: number) => void,
): Promise<ProbeWorker> {
  const child = fork(PROGRAM, [urls.worker, secretKey.toString('hex')]);
  const running = new Set<number>();
  const { promise: isReady, resolve } = Promise.withResolvers<void>();
  child.on('message', (message) => {
    const { event, number } = message as ProbeMessage;
    if (event === 'ready') resolve();
    if (event === 'ended') running.delete(number);
    if (event !== 'began') return;
    running.add(number);
    onBegan(number);
  });
  const ended = once(child, 'exit');
  await Promise.race([isReady, ended]);
  if (child.exitCode !== null) throw new Error(`a worker of probes ended with ${child.exitCode}`);
  return {
    running,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
