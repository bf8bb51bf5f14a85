import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

export interface Memory {
  /** What is still held after everything that could be given back was. */
  readonly heapUsedMiB: number;
  readonly rssMiB: number;
}

const MEBIBYTE = 2 ** 20;

/** What this process holds now. V8 hands its collector out to new contexts alone, once it was told to expose it. */
export function takeMemory(): Memory {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
  const { heapUsed, rss } = process.memoryUsage();
  return { heapUsedMiB: Math.round((heapUsed / MEBIBYTE) * 10) / 10, rssMiB: Math.round(rss / MEBIBYTE) };
}
