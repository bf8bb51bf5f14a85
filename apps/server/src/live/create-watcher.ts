import { StreamEnded } from '@ringfence/identity/trpc';

/** A look at this interval at the latest, so that a removed member's stream ends within 5 s. */
const LOOK_EVERY_MS = 3_000;
/** More changes than this at once: the client had better read its list anew. */
const MOST_WAITING = 5_000;
const MOST_AT_ONCE = 200;

/** One open stream: ids of changed calls, each once however often it changed since the last look. */
export interface Watcher extends AsyncIterable<readonly string[]> {
  tell(callId: string): void;
  end(why: string): void;
}

/** Follows from now on; `onGone` is called once, when nobody looks any more. */
export function createWatcher(onGone: () => void, signal: AbortSignal): Watcher {
  const waiting = new Set<string>();
  let ended: string | undefined;
  let wake = (): void => {};

  function end(why: string): void {
    ended ??= why;
    wake();
  }

  async function* look(): AsyncGenerator<readonly string[]> {
    try {
      while (!signal.aborted) {
        if (ended === undefined && waiting.size === 0) await wakened();
        if (signal.aborted) return;
        if (ended !== undefined) throw new StreamEnded(ended);
        const ids = [...waiting].slice(0, MOST_AT_ONCE);
        for (const id of ids) waiting.delete(id);
        yield ids;
      }
    } finally {
      onGone();
    }
  }

  function wakened(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, LOOK_EVERY_MS);
    wake = resolve;
    return promise.finally(() => clearTimeout(timer));
  }

  signal.addEventListener(
    'abort',
    () => {
      wake();
      onGone();
    },
    { once: true },
  );
  return {
    tell(callId) {
      if (waiting.size >= MOST_WAITING) return end('too much changed at once');
      waiting.add(callId);
      wake();
    },
    end,
    [Symbol.asyncIterator]: look,
  };
}
