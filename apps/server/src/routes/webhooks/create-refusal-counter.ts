import { NotAdmitted } from '@ringfence/domain';
import type { RefusalReason } from '@ringfence/domain/connections';
import { noteRefusals } from '@ringfence/platform/across-tenants';
import { countRefusals } from '@ringfence/platform/connections';
import type { Caller, Tenancy } from '@ringfence/tenancy';

const FLUSH_EVERY_MS = 5_000;
/** A connection that is switched off can't enter to count: each count of it is an operator's, with a row in the log. */
const DISABLED_EVERY_MS = 3_600_000;

export interface RefusalLogIns {
  readonly tenancy: Pick<Tenancy, 'inTenant'>;
  readonly service: Tenancy;
}

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
export function createRefusalCounter({ tenancy, service }: RefusalLogIns, onError: (error: unknown) => void): RefusalCounter {
  /** When a connection that is switched off may be counted again. */
  const heldUntil = new Map<string, number>();
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
      heldUntil.delete(caller.actor.id);
    } catch (error) {
      if (!(error instanceof NotAdmitted)) throw error;
      await noteRefusals(service, caller, refusals);
      heldUntil.set(caller.actor.id, performance.now() + DISABLED_EVERY_MS);
    }
  }

  function keep({ caller, counts }: Counted): void {
    for (const [key, count] of counts) add(caller, key, count);
  }

  async function writeAll(which: 'due' | 'all'): Promise<void> {
    const taken = [...waiting.values()];
    waiting = new Map();
    for (const counted of taken) {
      const isHeld = performance.now() < (heldUntil.get(counted.caller.actor.id) ?? 0);
      if (isHeld && which === 'due') keep(counted);
      else
        await write(counted).catch((error: unknown) => {
          keep(counted);
          onError(error);
        });
    }
  }

  function flush(which: 'due' | 'all' = 'due'): Promise<void> {
    flushing = flushing.then(() => writeAll(which));
    return flushing;
  }

  const timer = setInterval(() => void flush(), FLUSH_EVERY_MS).unref();
  return {
    count: (caller, reason) => add(caller, `${new Date().toISOString().slice(0, 10)} ${reason}`, 1),
    flush: () => flush(),
    close() {
      clearInterval(timer);
      return flush('all');
    },
  };
}
