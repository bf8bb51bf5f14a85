import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SourceFile } from './source-file.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Every file of the repository whose name ends so, those not yet committed included. */
export function readSources(ending: RegExp): SourceFile[] {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 26 });
  const paths = listed.split('\n').filter((path) => ending.test(path) && existsSync(ROOT + path));
  return paths.map((path) => ({ path, source: readFileSync(ROOT + path, 'utf8') }));
}
