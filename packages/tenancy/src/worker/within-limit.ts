import { JobTooLong, WorkerStops } from './job-failures.ts';

/**
 * Runs `work` until it ends, its time is up or its worker stops, whichever comes first; a handler that hears no signal is left
 * behind. @throws JobTooLong, WorkerStops
 */
export async function withinLimit<T>(limitMs: number, stopping: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  if (stopping.aborted) throw new WorkerStops();
  const ending = new AbortController();
  const { promise: cutShort, reject } = Promise.withResolvers<never>();
  const end = (because: Error) => {
    ending.abort(because);
    reject(because);
  };
  const stop = () => end(new WorkerStops());
  const timer = setTimeout(() => end(new JobTooLong(limitMs)), limitMs);
  stopping.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([work(ending.signal), cutShort]);
  } finally {
    clearTimeout(timer);
    stopping.removeEventListener('abort', stop);
  }
}
