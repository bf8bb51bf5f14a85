import { TenantClientEnded } from '../tenant-client-ended.ts';

/** Races work with its limit. `onLate` lets go of what the work holds; the work itself can't be stopped, only disarmed. */
export async function within<T>(
  limitMs: number,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
  onLate: (because: string) => void,
): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const end = (because: string) => {
    onLate(because);
    reject(new TenantClientEnded(because));
  };
  const onAbort = () => end('its request was cancelled');
  const timer = setTimeout(() => end(`it took more than ${limitMs} ms`), limitMs);
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    if (!signal?.aborted) return await Promise.race([work(), late]);
    onAbort();
    return await late;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}
