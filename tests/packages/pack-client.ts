import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProgram } from './run-program.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CLIENT = path.join(ROOT, 'packages/client');

/** Builds the client and packs it into a folder; gives the tarball. */
export async function packClient(folder: string): Promise<string> {
  const env = { ...process.env, PATH: `${path.join(ROOT, 'node_modules/.bin')}:${process.env['PATH']}` };
  await run(process.execPath, ['build/main.ts'], env);
  await run('pnpm', ['pack', '--pack-destination', folder], env);
  const [tarball] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new Error('nothing was packed');
  return path.join(folder, tarball);
}

async function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const { status, output } = await runProgram(command, args, { cwd: CLIENT, env });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${output}`);
}
