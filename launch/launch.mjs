import { spawn } from 'node:child_process';
import path from 'node:path';
import { LaunchFailure } from './launch-failure.mjs';
import { prepare } from './prepare.mjs';
import { ROOT } from './root.mjs';

const LOOK_AFTER_NPM_MS = 500;

/**
 * Installs what is missing, runs one of the repository's programs on Node 24 and ends as it ends. The channel to the child
 * lets it notice when this process is killed.
 */
export async function launch(program, args = process.argv.slice(2), nodeFlags = []) {
  try {
    const { node, environment } = await prepare();
    process.exitCode = await run(node, [...nodeFlags, path.join(ROOT, program), ...args], environment);
  } catch (error) {
    if (!(error instanceof LaunchFailure)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

function run(node, args, environment) {
  const child = spawn(node, args, { cwd: ROOT, env: environment, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  endWithNpm(child);
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new LaunchFailure(`Ringfence could not run ${node}: ${error.message}`)));
    child.once('exit', (code, signal) => resolve(signal ? 1 : code));
  });
}

/** A killed npm tells nobody; what runs in its name ends all the same. */
function endWithNpm(child) {
  const npm = process.ppid;
  if (process.env.npm_lifecycle_event === undefined) return;
  setInterval(() => process.ppid !== npm && child.kill('SIGTERM'), LOOK_AFTER_NPM_MS).unref();
}
