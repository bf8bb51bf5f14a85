import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

export interface Ran {
  readonly status: number | null;
  /** Standard output and standard error, one after the other. */
  readonly output: string;
}

/** Runs a program until it ends. */
export async function runProgram(
  command: string,
  args: readonly string[],
  options: { cwd: string; env?: NodeJS.ProcessEnv },
): Promise<Ran> {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const { promise, resolve, reject } = Promise.withResolvers<number | null>();
  child.once('close', resolve).once('error', reject);
  const [output, errors, status] = await Promise.all([text(child.stdout), text(child.stderr), promise]);
  return { status, output: output + errors };
}
