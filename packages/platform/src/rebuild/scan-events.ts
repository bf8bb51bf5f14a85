import { groupLegs, type NamedLeg } from '@ringfence/domain/calls';
import { providerEvents } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { gt } from 'drizzle-orm';
import { type KeptEvent, listKeptEvents, type Reread } from './kept-event.ts';
import { legKey } from './leg-key.ts';

/** One transaction of the organisation that is rebuilt. */
export type InTenant = <T>(work: (db: TenantDb) => Promise<T>) => Promise<T>;

/** A leg that messages tell of. */
export interface ScannedLeg extends NamedLeg {
  readonly connectionId: string;
  /** Messages that are kept under another name than they would be today: they aren't found by the leg's own. */
  readonly misfiled: readonly string[];
}

export interface Scanned {
  readonly conversations: readonly (readonly ScannedLeg[])[];
  /** Every leg that a message tells of, by its key. */
  readonly legs: ReadonlySet<string>;
  /** Legs of which a message was understood once and isn't any more: nothing of them is derived anew, or it would be lost. */
  readonly frozen: ReadonlySet<string>;
  /** Legs that messages told of when they were taken, and none does today. */
  readonly abandoned: ReadonlySet<string>;
  /** Parked once, and known today as messages that change nothing. */
  readonly idle: readonly IdleEvent[];
  readonly counts: EventCounts;
}

export interface IdleEvent {
  readonly id: string;
  readonly kind: string;
  readonly reference: string | null;
}

export interface EventCounts {
  readonly read: number;
  /** Kept as something else than they are understood as today. */
  readonly mended: number;
  readonly parked: number;
  /** Understood once, and not any more. */
  readonly unreadable: number;
}

/** Each may be as large as a message may be. */
const PAGE = 200;

/** Reads every kept message of an organisation once, and finds which legs and conversations they tell of. Writes nothing. */
export async function scanEvents(tenant: InTenant, reread: Reread): Promise<Scanned> {
  const legs = new Map<string, ScannedLeg & { readonly names: Set<string>; readonly misfiled: string[] }>();
  const [frozen, left] = [new Set<string>(), new Set<string>()];
  const idle: IdleEvent[] = [];
  const counts = { read: 0, mended: 0, parked: 0, unreadable: 0 };

  function take(kept: KeptEvent): void {
    const understood = reread(kept);
    counts.read += 1;
    if (understood.kind === 'parked') {
      counts.parked += kept.outcome === 'parked' ? 1 : 0;
      if (kept.outcome !== 'applied') return;
      counts.unreadable += 1;
      if (kept.reference !== null) frozen.add(legKey(kept.connectionId, kept.reference));
      return;
    }
    if (kept.outcome !== (understood.kind === 'event' ? 'applied' : 'ignored')) counts.mended += 1;
    if (understood.kind === 'ignored') {
      if (kept.outcome === 'parked') idle.push({ id: kept.id, kind: understood.messageKind, reference: understood.callReference });
      return;
    }
    const { reference, parentReference, relatedReference } = understood.event.leg;
    const key = legKey(kept.connectionId, reference);
    const leg = legs.get(key) ?? { key, reference, connectionId: kept.connectionId, names: new Set(), misfiled: [] };
    legs.set(key, leg);
    for (const name of [parentReference, relatedReference]) if (name !== null) leg.names.add(name);
    if (kept.reference === reference && kept.outcome === 'applied') return;
    leg.misfiled.push(kept.id);
    if (kept.reference !== null && kept.outcome === 'applied') left.add(legKey(kept.connectionId, kept.reference));
  }

  for (let after: string | null = null; ;) {
    const from: string | null = after;
    const page: KeptEvent[] = await tenant((db) => listKeptEvents(db, from === null ? undefined : gt(providerEvents.id, from), PAGE));
    page.forEach(take);
    after = page.at(-1)?.id ?? null;
    if (after === null) break;
  }
  const abandoned = new Set([...left].filter((key) => !legs.has(key) && !frozen.has(key)));
  return { conversations: groupLegs([...legs.values()]), legs: new Set(legs.keys()), frozen, abandoned, idle, counts };
}
