import { fileURLToPath } from 'node:url';
import type { LogLine } from './read-log-line.ts';
import { type Program, startProgram } from './start-program.ts';

const MAIN = fileURLToPath(new URL('../../../apps/worker/src/main.ts', import.meta.url));

/** A worker that was killed. */
export interface Killed {
  /** Every name its jobs were taken under. */
  readonly poolIds: readonly string[];
  readonly at: Date;
}

/** Workers as they are shipped; another takes the place of each that is killed, as the supervisor does. */
export interface Fleet {
  /** How many can be killed at the moment. */
  readonly ready: number;
  /** SIGKILL to one of those that are ready. */
  killOne(choose: (workers: number) => number): Killed | null;
  stop(): Promise<void>;
}

interface Worker {
  readonly program: Program;
  readonly poolIds: string[];
}

export async function startFleet(size: number, variables: Readonly<Record<string, string>>, hear: (line: LogLine) => void): Promise<Fleet> {
  const ready: Worker[] = [];
  const starting = new Set<Promise<void>>();
  let trouble: Error | undefined;

  async function start(): Promise<void> {
    const poolIds: string[] = [];
    const program = await startProgram(MAIN, variables, (line) => {
      if (line.poolId !== undefined) poolIds.push(line.poolId);
      hear(line);
    });
    ready.push({ program, poolIds });
  }

  function startAnother(): void {
    const started = start()
      .catch((error: unknown) => (trouble = new Error('a worker could not be started', { cause: error })))
      .then(() => void starting.delete(started));
    starting.add(started);
  }

  await Promise.all(Array.from({ length: size }, start));
  return {
    get ready() {
      return ready.length;
    },
    killOne(choose) {
      if (trouble !== undefined) throw trouble;
      const [worker] = ready.splice(choose(ready.length), 1);
      if (!worker) return null;
      worker.program.kill();
      startAnother();
      return { poolIds: worker.poolIds, at: new Date() };
    },
    async stop() {
      await Promise.all(starting);
      await Promise.all(ready.splice(0).map(({ program }) => program.stop()));
    },
  };
}
