import { existsSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ROOT } from './root.mjs';

const LOCK = path.join(ROOT, 'launch/.lock');
const REFRESH_MS = 2_000;
/** A lock that wasn't refreshed for so long has no living owner, whatever process has its number now. */
const STALE_AFTER_MS = 15_000;

/** One install at a time in this clone: a second launch waits for the first. */
export async function withLaunchLock(work) {
  await acquire();
  const refresh = setInterval(() => utimesSync(LOCK, new Date(), new Date()), REFRESH_MS);
  const release = () => rmSync(LOCK, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(refresh);
    process.off('exit', release);
    release();
  }
}

async function acquire() {
  for (let hasSaidSo = false; !tryAcquire(); hasSaidSo = true) {
    if (!hasSaidSo) process.stderr.write('Waiting for another launch that installs…\n');
    removeIfStale();
    await pause(100);
  }
}

function tryAcquire() {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

/** Moved away before it is removed, and put back if it turns out to be a newer one: two waiters can't both take it over. */
function removeIfStale() {
  const owner = ownerOfStaleLock();
  if (owner === null) return;
  const aside = `${LOCK}.${process.pid}`;
  try {
    renameSync(LOCK, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  if (readFileSync(aside, 'utf8') === owner) rmSync(aside);
  else renameSync(aside, LOCK);
}

function ownerOfStaleLock() {
  if (!existsSync(LOCK)) return null;
  try {
    const owner = readFileSync(LOCK, 'utf8');
    const isOld = Date.now() - statSync(LOCK).mtimeMs > STALE_AFTER_MS;
    return isOld || (owner !== '' && !isAlive(Number(owner))) ? owner : null;
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

function isAlive(processId) {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
