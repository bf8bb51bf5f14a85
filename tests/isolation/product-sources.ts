import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SOURCES = ['{apps,packages}/*/src/**/*.ts', 'db/src/**/*.ts', '{db/migrations,packages/tenancy/sql}/*.sql'];

/** The files of the product, proofs left out, whose text has what is looked for. */
export async function productFilesWith(looked: RegExp, names = /./): Promise<string[]> {
  const found: string[] = [];
  for await (const file of glob(SOURCES, { cwd: ROOT })) {
    if (/\.(?:test|fixture)\.ts$/.test(file) || !names.test(file)) continue;
    if (looked.test(await readFile(join(ROOT, file), 'utf8'))) found.push(file);
  }
  return found;
}
