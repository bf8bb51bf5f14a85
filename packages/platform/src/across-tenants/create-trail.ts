import type { Tenancy } from '@ringfence/tenancy';
import type { Attempt } from './attempt.ts';
import { createAttemptWindows } from './attempt-windows.ts';
import { noteAttempts } from './note-attempts.ts';

/** Answers have left by then, and what came together is looked up together. */
const GATHER_MS = 250;
const WINDOW_MS = 600_000;
const SWEEP_MS = 60_000;
/** Ids that one look-up takes. */
const MOST_IDS = 50;
const MOST_WAITING = 1_000;

export interface TrailOptions {
  /** The service's log-in: it alone may ask whose an id is. A connection or two are enough. */
  readonly service: Tenancy;
  /** Told of each that was an attempt to cross, for metrics. */
  readonly onNoted: (attempt: Attempt) => void;
  readonly onError: (error: unknown) => void;
  readonly windowMs?: number;
}

export interface Trail {
  /** Takes an attempt in memory and returns at once: nobody's answer waits, and none tells by its time whose an id is. */
  note(attempt: Omit<Attempt, 'count'>): void;
  /** Writes what waits; `all` ends the windows too, with what was counted in them. */
  flush(which?: 'waiting' | 'all'): Promise<void>;
  close(): Promise<void>;
}

/** The trail of attempts to cross: gathers misses, looks into few of them over a connection of its own, and notes what they were. */
export function createTrail({ service, onNoted, onError, windowMs = WINDOW_MS }: TrailOptions): Trail {
  const windows = createAttemptWindows(windowMs);
  let waiting: Attempt[] = [];
  let writing = Promise.resolve();
  let gathering: NodeJS.Timeout | undefined;

  function put(attempts: readonly Attempt[]): void {
    const room = MOST_WAITING - waiting.length;
    waiting.push(...attempts.slice(0, room));
    if (attempts.length > room) onError(new RangeError(`${attempts.length - room} possible attempts to cross were not looked into`));
  }

  function takeBatch(): Attempt[] {
    let ids = 0;
    const end = waiting.findIndex((attempt) => (ids += attempt.ids.length) > MOST_IDS);
    const batch = waiting.slice(0, end === -1 ? waiting.length : Math.max(end, 1));
    waiting = waiting.slice(batch.length);
    return batch;
  }

  async function write(): Promise<void> {
    while (waiting.length > 0) {
      const batch = takeBatch();
      try {
        for (const attempt of await noteAttempts(service, batch)) onNoted(attempt);
      } catch (error) {
        onError(error);
      }
    }
  }

  function flush(which: 'waiting' | 'all' = 'waiting'): Promise<void> {
    clearTimeout(gathering);
    gathering = undefined;
    if (which === 'all') put(windows.end('all'));
    writing = writing.then(write);
    return writing;
  }

  const sweep = setInterval(() => {
    put(windows.end('ended'));
    void flush();
  }, SWEEP_MS).unref();
  return {
    note(told) {
      const attempt: Attempt = { ...told, count: 1 };
      if (!windows.admit(attempt)) return;
      put([attempt]);
      gathering ??= setTimeout(() => void flush(), GATHER_MS).unref();
    },
    flush,
    close() {
      clearInterval(sweep);
      return flush('all');
    },
  };
}
