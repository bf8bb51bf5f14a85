import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProgram } from './run-program.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Builds a package of ours and packs it into a folder; gives the tarball. */
export async function packPackage(name: 'client' | 'tenancy', folder: string): Promise<string> {
  const cwd = path.join(ROOT, 'packages', name);
  const env = { ...process.env, PATH: `${path.join(ROOT, 'node_modules/.bin')}:${process.env['PATH']}` };
  for (const args of [
    ['run', 'build'],
    ['pack', '--pack-destination', folder],
  ]) {
    const { status, output } = await runProgram('pnpm', args, { cwd, env });
    if (status !== 0) throw new Error(`pnpm ${args.join(' ')} ended with ${status}: ${output}`);
  }
  const tarball = (await readdir(folder)).find((file) => file.startsWith(`ringfence-${name}-`) && file.endsWith('.tgz'));
  if (tarball === undefined) throw new Error('nothing was packed');
  return path.join(folder, tarball);
}
