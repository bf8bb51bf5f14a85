import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { bareMachine, ROOT } from './bare-machine.ts';

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** One run of `npm start`, from its launcher down. */
export interface RingfenceRun {
  /** The launcher, which is what Ctrl-C and `kill` reach. */
  readonly processId: number;
  readonly ended: Promise<Ended>;
  /** The lines printed so far. */
  readonly lines: () => string[];
  /** Progress and log so far. */
  readonly log: () => string[];
  /** Resolves with the milliseconds until the ready line. @throws with the log if the run ends before. */
  ready(): Promise<number>;
  kill(signal: NodeJS.Signals): void;
}

/** What `npm start` runs, on a machine with Node and nothing else, with these variables. */
export function startRingfence(variables: Readonly<Record<string, string>>): RingfenceRun {
  const machine = bareMachine();
  const startedAt = performance.now();
  const child = spawn(machine.node, [path.join(ROOT, 'launch/start.mjs')], {
    cwd: ROOT,
    env: { ...machine.variables, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [printed, logged] = [{ text: '' }, { text: '' }];
  const isReady = new Promise<number>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed.text += text;
      if (/^Ringfence is ready at .*\n/m.test(printed.text)) resolve(Math.round(performance.now() - startedAt));
    });
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (logged.text += text));
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal }) as Ended);
  return {
    processId: child.pid ?? 0,
    ended,
    lines: () => linesOf(printed.text),
    log: () => linesOf(logged.text),
    ready: () => Promise.race([isReady, ended.then(({ code }) => fail(`It ended with ${code} before it was ready:\n${logged.text}`))]),
    kill: (signal) => child.kill(signal),
  };
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}

function fail(message: string): never {
  throw new Error(message);
}
