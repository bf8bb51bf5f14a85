import type { Attempt } from './attempt.ts';

/** How many different attempts of one actor, and of one organisation, are looked into in a window; the rest are counted. */
const MOST_OF_ACTOR = 20;
const MOST_OF_ORGANIZATION = 60;
/** Organisations that try at a time. */
const MOST_WINDOWS = 5_000;
const MOST_COUNTED = 200;
/** Who isn't let in tends to ask on and on: a program whose key has ended, a page that was left open. */
const LONGER = 6;

interface Window {
  readonly endsAt: number;
  readonly seen: Map<string, Attempt>;
  readonly ofActor: Map<string, number>;
  /** By attempt or, of those that aren't looked into, by actor: how many more there were. */
  readonly again: Map<string, Attempt>;
}

export interface AttemptWindows {
  /** Whether an attempt is to be looked into: the first of its kind in its window. Otherwise it was counted. */
  admit(attempt: Attempt): boolean;
  /** What was counted in the windows that have ended, or in all of them, as attempts with a count. */
  end(which: 'ended' | 'all'): Attempt[];
}

/** Keeps a flood of attempts from filling the log and the database: few are looked into, all are counted, and memory is bounded. */
export function createAttemptWindows(windowMs: number): AttemptWindows {
  const windows = new Map<string, Window>();

  function windowOf(attempt: Attempt): Window | undefined {
    const key = `${attempt.how === 'not-admitted'} ${attempt.orgId ?? actorOf(attempt)}`;
    const known = windows.get(key);
    if (known || windows.size >= MOST_WINDOWS) return known;
    const lengthMs = attempt.how === 'not-admitted' ? windowMs * LONGER : windowMs;
    const opened: Window = { endsAt: performance.now() + lengthMs, seen: new Map(), ofActor: new Map(), again: new Map() };
    windows.set(key, opened);
    return opened;
  }

  return {
    admit(attempt) {
      const window = windowOf(attempt);
      if (!window) return false;
      const [key, actor] = [keyOf(attempt), actorOf(attempt)];
      if (window.seen.has(key)) {
        count(window, key, attempt);
        return false;
      }
      const ofActor = window.ofActor.get(actor) ?? 0;
      if (ofActor >= MOST_OF_ACTOR || window.seen.size >= MOST_OF_ORGANIZATION) {
        count(window, actor, { ...attempt, how: 'unexamined', ids: [] });
        return false;
      }
      window.ofActor.set(actor, ofActor + 1);
      window.seen.set(key, attempt);
      return true;
    },
    end(which) {
      const now = performance.now();
      const ended = [...windows].filter(([, { endsAt }]) => which === 'all' || endsAt <= now);
      for (const [key] of ended) windows.delete(key);
      return ended.flatMap(([, { again }]) => [...again.values()]);
    },
  };
}

function count({ again }: Window, key: string, attempt: Attempt): void {
  const counted = again.get(key);
  if (counted) again.set(key, { ...counted, count: counted.count + attempt.count });
  else if (again.size < MOST_COUNTED) again.set(key, attempt);
}

function keyOf({ how, actor, procedure, ids }: Attempt): string {
  return [how, actor.id, procedure, ...ids].join(' ');
}

function actorOf({ actor }: Attempt): string {
  return `${actor.kind} ${actor.id}`;
}
