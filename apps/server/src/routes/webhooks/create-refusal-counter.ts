import { Forbidden } from '@ringfence/domain';
import type { RefusalReason } from '@ringfence/domain/connections';
import { countRefusals } from '@ringfence/platform/connections';
import type { Caller, Tenancy } from '@ringfence/tenancy';

const FLUSH_EVERY_MS = 5_000;

export interface RefusalCounter {
  count(caller: Caller, reason: RefusalReason): void;
  /** Writes what was counted: one statement a connection, however many were refused. */
  flush(): Promise<void>;
  /** Writes for the last time. */
  close(): Promise<void>;
}

interface Counted {
  readonly caller: Caller;
  /** By `day reason`. */
  readonly counts: Map<string, number>;
}

/** Counts refused webhooks in memory, so that a flood costs no row a request. What can't be written now is kept for the next time. */
export function createRefusalCounter(tenancy: Pick<Tenancy, 'inTenant'>, onError: (error: unknown) => void): RefusalCounter {
  let waiting = new Map<string, Counted>();
  let flushing = Promise.resolve();

  function add(caller: Caller, key: string, count: number): void {
    const counted = waiting.get(caller.actor.id) ?? { caller, counts: new Map<string, number>() };
    waiting.set(caller.actor.id, counted);
    counted.counts.set(key, (counted.counts.get(key) ?? 0) + count);
  }

  async function write({ caller, counts }: Counted): Promise<void> {
    const refusals = [...counts].map(([key, count]) => {
      const [day = '', reason] = key.split(' ');
      return { connectionId: caller.actor.id, day, reason: reason as RefusalReason, count };
    });
    try {
      await tenancy.inTenant(caller, (db) => countRefusals(db, refusals));
    } catch (error) {
      // A connection that was switched off meanwhile can't enter any more, and nobody waits for its numbers.
      if (error instanceof Forbidden) return;
      for (const [key, count] of counts) add(caller, key, count);
      onError(error);
    }
  }

  async function writeAll(): Promise<void> {
    const taken = [...waiting.values()];
    waiting = new Map();
    for (const counted of taken) await write(counted);
  }

  function flush(): Promise<void> {
    flushing = flushing.then(writeAll);
    return flushing;
  }

  const timer = setInterval(() => void flush(), FLUSH_EVERY_MS).unref();
  return {
    count: (caller, reason) => add(caller, `${new Date().toISOString().slice(0, 10)} ${reason}`, 1),
    flush,
    close() {
      clearInterval(timer);
      return flush();
    },
  };
}
