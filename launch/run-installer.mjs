import { spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { LaunchFailure } from './launch-failure.mjs';

const PATIENCE_MS = 10_000;

/** Runs an installer quietly, with a sign of life now and then. @throws LaunchFailure with its most telling line and where the rest is. */
export async function runInstaller({ what, command: [program, ...args], cwd, environment }) {
  const logFile = path.join(mkdtempSync(path.join(tmpdir(), 'ringfence-install-')), 'output.log');
  const log = createWriteStream(logFile);
  const signOfLife = setInterval(() => process.stderr.write(`Still installing ${what}…\n`), PATIENCE_MS);
  try {
    const child = spawn(program, args, { cwd, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    const code = await new Promise((resolve, reject) => {
      child.once('error', (error) =>
        reject(new LaunchFailure(`Installing ${what} failed: ${program} could not be run (${error.message})`)),
      );
      child.once('close', resolve);
    });
    log.end();
    await finished(log);
    if (code !== 0)
      throw new LaunchFailure(`Installing ${what} failed: ${mostTelling(readFileSync(logFile, 'utf8'))} (all of it: ${logFile})`);
  } finally {
    clearInterval(signOfLife);
  }
}

function mostTelling(output) {
  const lines = output.split('\n').filter((line) => line.trim());
  const line = lines.find((candidate) => /\bERR|error\b/i.test(candidate)) ?? lines.at(-1) ?? 'it said nothing';
  return line.trim().slice(0, 300);
}
