import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { bareMachine, ROOT } from './bare-machine.ts';

export interface CommandResult {
  readonly code: number | null;
  readonly printed: string;
  readonly told: string;
}

/** What `npm run -s ringfence -- …` runs, with the variables of a system. */
export async function runRingfence(variables: Readonly<Record<string, string>>, ...args: string[]): Promise<CommandResult> {
  const machine = bareMachine();
  const child = spawn(machine.node, [path.join(ROOT, 'launch/ringfence.mjs'), ...args], {
    cwd: ROOT,
    env: { ...machine.variables, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [printed, told] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: child.exitCode, printed, told };
}

/** The one JSON document that a command prints. @throws with what it told if it didn't work. */
export async function ringfenceJson<Document>(variables: Readonly<Record<string, string>>, ...args: string[]): Promise<Document> {
  const { code, printed, told } = await runRingfence(variables, ...args, '--json');
  if (code !== 0) throw new Error(`ringfence ${args.join(' ')} ended with ${code}: ${told}`);
  return JSON.parse(printed) as Document;
}
