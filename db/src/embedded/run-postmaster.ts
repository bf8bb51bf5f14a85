import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, stat, truncate } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { hasCode } from '../data-folder/has-code.ts';
import { findPostmaster } from './find-postmaster.ts';
import type { PostgresPlace } from './place-postgres.ts';

const LOOK_EVERY_MS = 10;
const LOG_LIMIT_BYTES = 5_000_000;
const LINES_TOLD = 5;

export interface PostmasterOptions {
  readonly port: number;
  readonly logFile: string;
  readonly settings: Readonly<Record<string, string | number>>;
}

export interface RunningPostmaster {
  readonly processId: number;
  /** Settles when it is gone, with its last words. */
  readonly lastWords: Promise<string>;
}

/**
 * Starts Postgres on 127.0.0.1 and returns once it takes connections. It leads a process group of its own, so Ctrl-C in a
 * terminal doesn't reach it before those who use it.
 * @throws Error with its last log lines if it ends instead.
 */
export async function runPostmaster(place: PostgresPlace, options: PostmasterOptions): Promise<RunningPostmaster> {
  const logStart = await sizeOfLog(options.logFile);
  const log = await open(options.logFile, 'a', 0o600);
  try {
    const child = spawn(path.join(place.programs, 'bin/postgres'), flags(place, options), {
      ...place.user,
      cwd: '/',
      env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' },
      stdio: ['ignore', log.fd, log.fd],
      detached: true,
    });
    child.unref();
    const lastWords = once(child, 'exit').then(() => tellLog(options.logFile, logStart));
    await Promise.race([untilReady(place.clusterFolder, child), failWith(lastWords)]);
    return { processId: Number(child.pid), lastWords };
  } finally {
    await log.close();
  }
}

function flags({ clusterFolder }: PostgresPlace, { port, settings }: PostmasterOptions): string[] {
  const all = { listen_addresses: '127.0.0.1', port, unix_socket_directories: '', logging_collector: 'off', ...settings };
  return ['-D', clusterFolder, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

async function untilReady(clusterFolder: string, child: ChildProcess): Promise<void> {
  for (;;) {
    const postmaster = await findPostmaster(clusterFolder);
    if (postmaster?.isReady && postmaster.processId === child.pid) return;
    if (child.exitCode !== null || child.signalCode !== null) return;
    await pause(LOOK_EVERY_MS);
  }
}

async function failWith(lastWords: Promise<string>): Promise<never> {
  throw new Error(`Postgres did not start: ${await lastWords}`);
}

async function sizeOfLog(file: string): Promise<number> {
  try {
    const { size } = await stat(file);
    if (size < LOG_LIMIT_BYTES) return size;
    await truncate(file);
    return 0;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return 0;
    throw error;
  }
}

async function tellLog(file: string, from: number): Promise<string> {
  const written = (await readFile(file)).subarray(from).toString('utf8');
  const lines = written.split('\n').filter((line) => line.trim());
  return lines.slice(-LINES_TOLD).join(' / ') || 'it said nothing';
}
