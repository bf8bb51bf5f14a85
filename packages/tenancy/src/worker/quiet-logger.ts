import { Logger } from 'graphile-worker';
import type { WorkerLog } from './worker-log.ts';

/**
 * The queue's own log, cut down: how jobs end is told by us, and its other lines may hold payloads. What is left is that
 * something went wrong with the queue itself, and the code of it.
 */
export function quietLogger(log: WorkerLog): Logger {
  return new Logger(() => (level, _message, meta) => {
    if (level !== 'error' && level !== 'warning') return;
    if (meta?.['failure']) return;
    log.warn({ code: codeOf(meta?.['error'] ?? meta?.['fatalError']) }, 'the queue had trouble');
  });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
}
