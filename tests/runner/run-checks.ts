import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Tally } from './tally.ts';

/** Each is one check in the tally, however many packages it looks at. turbo runs again only what changed. */
const CHECKS = ['format', 'lint', 'unused', 'typecheck', 'typecheck:root', 'build'];

interface TurboSummary {
  readonly tasks: readonly { readonly task: string; readonly package: string; readonly execution?: { readonly exitCode: number } }[];
}

/** Formatter, linter, unused code, types and build, as far as something changed since they last passed. */
export async function runChecks(root: string): Promise<Tally> {
  const summaries = path.join(root, '.turbo/runs');
  await rm(summaries, { recursive: true, force: true });
  const args = ['run', ...CHECKS, '--continue', '--summarize', '--output-logs=errors-only'];
  const turbo = spawn(path.join(root, 'node_modules/.bin/turbo'), args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  await once(turbo, 'close');
  const broken = new Map((await readSummary(summaries)).tasks.filter(isBroken).map((task) => [task.task, task.package]));
  const failed = CHECKS.filter((check) => broken.has(check)).map((check) => `check: ${check} (${broken.get(check)})`);
  if (turbo.exitCode !== 0 && failed.length === 0) failed.push('check: turbo could not run');
  return { passed: CHECKS.length - failed.length, failed };
}

/** A task that didn't run at all hasn't passed. */
function isBroken({ task, execution }: TurboSummary['tasks'][number]): boolean {
  return task !== 'transit' && execution?.exitCode !== 0;
}

async function readSummary(folder: string): Promise<TurboSummary> {
  const [file] = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  return file === undefined ? { tasks: [] } : JSON.parse(await readFile(path.join(folder, file), 'utf8'));
}
