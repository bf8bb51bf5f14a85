import { Forbidden } from '@ringfence/domain';
import { noteApiKeyUse } from '@ringfence/platform/api-keys';
import type { Caller, Tenancy } from '@ringfence/tenancy';

/** How finely the last use of a key is known. */
const EVERY_MS = 60_000;
const FLUSH_EVERY_MS = 2_000;

export interface KeyUses {
  /** Notes in memory that a key was sent: no request waits for this. */
  note(caller: Caller): void;
  /** Writes what was noted, key by key. */
  flush(): Promise<void>;
  /** Writes for the last time. */
  close(): Promise<void>;
}

/** Writes each key's last use once a minute at most, on nobody's time. A use that can't be written now is written with the next. */
export function createKeyUses(tenancy: Pick<Tenancy, 'inTenant'>, onError: (error: unknown) => void, everyMs = EVERY_MS): KeyUses {
  const writtenAt = new Map<string, number>();
  let waiting = new Map<string, Caller>();
  let flushing = Promise.resolve();

  async function write(caller: Caller): Promise<void> {
    try {
      await tenancy.inTenant(caller, noteApiKeyUse);
    } catch (error) {
      // A key that its organisation doesn't let in wasn't used.
      if (error instanceof Forbidden) return;
      writtenAt.delete(caller.actor.id);
      onError(error);
    }
  }

  async function writeAll(): Promise<void> {
    const taken = [...waiting.values()];
    waiting = new Map();
    for (const caller of taken) await write(caller);
    const now = performance.now();
    for (const [id, at] of writtenAt) if (now - at >= everyMs) writtenAt.delete(id);
  }

  function flush(): Promise<void> {
    flushing = flushing.then(writeAll);
    return flushing;
  }

  const timer = setInterval(() => void flush(), FLUSH_EVERY_MS).unref();
  return {
    note(caller) {
      if (performance.now() - (writtenAt.get(caller.actor.id) ?? -Infinity) < everyMs) return;
      writtenAt.set(caller.actor.id, performance.now());
      waiting.set(caller.actor.id, caller);
    },
    flush,
    close() {
      clearInterval(timer);
      return flush();
    },
  };
}
