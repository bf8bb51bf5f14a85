import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type LogLine, readLogLine } from './read-log-line.ts';

export interface Program {
  readonly ended: Promise<void>;
  kill(): void;
  stop(): Promise<void>;
}

const LAST_WORDS = 5;

/** Runs one of our programs in a process of its own. Resolves once it says by its channel that it is there; its log is heard line by line. */
export async function startProgram(
  file: string,
  variables: Readonly<Record<string, string>>,
  hear: (line: LogLine) => void,
): Promise<Program> {
  const child = fork(file, { env: { ...quickly(), ...variables }, execArgv: [], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const said: string[] = [];
  const ended = once(child, 'exit').then(() => {});
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) throw new TypeError('what is piped is there');
    createInterface(stream).on('line', (line) => {
      said.push(line);
      if (said.length > LAST_WORDS) said.shift();
      const read = readLogLine(line);
      if (read) hear(read);
    });
  }
  await Promise.race([once(child, 'message'), ended]);
  if (child.exitCode !== null) throw new Error(`${file} ended with ${child.exitCode}: ${said.join(' / ')}`);
  return {
    ended,
    kill: () => child.kill('SIGKILL'),
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** What lets Node load the sources in half the time, where the launcher set it. */
function quickly(): Record<string, string> {
  const names = ['PATH', 'NODE_OPTIONS', 'NODE_COMPILE_CACHE'];
  return Object.fromEntries(names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
}
