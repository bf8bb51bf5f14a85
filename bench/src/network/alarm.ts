import { Worker } from 'node:worker_threads';

export interface Alarm {
  /** Rings once; only asked again after it has rung. */
  ringIn(ms: number): void;
}

/**
 * Rings after parts of a millisecond. Node's own timers know whole ones alone, and a delay of one takes up to two: a thread that
 * sleeps on a futex is punctual to about a tenth.
 */
export function createAlarm(ring: () => void): Alarm {
  const isSet = new Int32Array(new SharedArrayBuffer(4));
  const sleepMs = new Float64Array(new SharedArrayBuffer(8));
  const sleeper = new Worker(new URL('./alarm-thread.ts', import.meta.url), { workerData: { isSet, sleepMs } });
  sleeper.on('message', ring);
  return {
    ringIn(ms) {
      sleepMs[0] = ms;
      Atomics.store(isSet, 0, 1);
      Atomics.notify(isSet, 0);
    },
  };
}
