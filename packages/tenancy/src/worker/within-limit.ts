import { JobTooLong, WorkerStops } from './job-failures.ts';

/**
 * Runs `work` until it ends, its time is up or its worker stops, whichever comes first; a handler that hears no signal is left
 * behind. @throws JobTooLong, WorkerStops
 */
export async function withinLimit<T>(limitMs: number, stopping: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  if (stopping.aborted) throw new WorkerStops();
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(new JobTooLong(limitMs)), limitMs);
  const signal = AbortSignal.any([limit.signal, stopping]);
  const { promise: cutShort, reject } = Promise.withResolvers<never>();
  signal.addEventListener('abort', () => reject(stopping.aborted ? new WorkerStops() : new JobTooLong(limitMs)), { once: true });
  try {
    return await Promise.race([work(signal), cutShort]);
  } finally {
    clearTimeout(timer);
  }
}
