import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { ConfigurationFailure } from '@ringfence/db';
import { tellProgress } from './tell-progress.ts';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;
/** One that lived so long starts again without waiting. */
const HEALTHY_AFTER_MS = 60_000;
/** So many short lives in a row and it isn't going to live. */
const HOPELESS_AFTER = 6;
const STOP_LIMIT_MS = 10_000;
/** By which a child says that something has to be set right, in a line it has printed itself. */
const MISCONFIGURED = 2;

export interface ChildProgram {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly folder?: string;
  readonly variables: Readonly<Record<string, string>>;
}

export interface KeptProgram {
  /** Ends this life of it; another begins at once. */
  restart(): void;
  stop(): Promise<void>;
}

/**
 * Keeps a program running, with growing pauses between lives. It stands in a process group of its own, so that Ctrl-C reaches
 * it through us, and it ends itself when the channel or its standard input closes, however we end. `giveUp` is told when it is
 * misconfigured or hopeless.
 */
export function keepRunning(program: ChildProgram, giveUp: (reason: unknown) => void): KeptProgram {
  const life = { child: start(program), isStopping: false, isRestarting: false };
  const stopping = new AbortController();

  async function keep(): Promise<void> {
    for (let shortLives = 0; ;) {
      const startedAt = Date.now();
      const code = await untilExit(life.child);
      if (life.isStopping) return;
      if (code === MISCONFIGURED) throw new ConfigurationFailure('');
      if (!life.isRestarting) {
        shortLives = Date.now() - startedAt > HEALTHY_AFTER_MS ? 0 : shortLives + 1;
        if (shortLives === HOPELESS_AFTER)
          throw new Error(`The ${program.name} ended ${HOPELESS_AFTER} times in a row; its last words are above.`);
        tellProgress(`The ${program.name} ended (${code}); starting it again…`);
        await pause(Math.min(FIRST_PAUSE_MS * 2 ** shortLives, LONGEST_PAUSE_MS), undefined, { signal: stopping.signal });
      }
      life.isRestarting = false;
      life.child = start(program);
    }
  }

  keep().catch(giveUp);
  return {
    restart() {
      life.isRestarting = true;
      life.child.kill('SIGTERM');
    },
    async stop() {
      life.isStopping = true;
      stopping.abort();
      await end(life.child);
    },
  };
}

function start({ command: [file, ...args], folder, variables }: ChildProgram): ChildProcess {
  return spawn(file, args, { env: variables, cwd: folder, stdio: ['pipe', process.stderr, process.stderr, 'ipc'], detached: true });
}

/** Its exit code, or the signal that ended it. */
async function untilExit(child: ChildProcess): Promise<number | string> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode ?? child.signalCode ?? 'unknown';
}

async function end(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  const limit = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
  await untilExit(child);
  clearTimeout(limit);
}
