import { InvalidInput, isInstant } from '@ringfence/domain';
import type { WatchCalls } from '@ringfence/domain/calls';
import type { TenantReader } from '@ringfence/tenancy';
import { tracked } from '@trpc/server';
import type { ProceduresOutside } from '../outside/outside.ts';
import { type ChangedCall, listChangedCalls } from './list-changed-calls.ts';

/** Transactions commit out of order: a resumed stream tells a little twice rather than miss one. */
const OVERLAP_MS = 5_000;

interface Watching {
  readonly orgId: string;
  readonly outside: Pick<ProceduresOutside, 'watchCalls'>;
  tenant<T>(work: (db: TenantReader) => Promise<T>): Promise<T>;
}

/** Calls that changed, as they change. Every look enters the tenant anew, the empty ones too, so that a removed member's stream ends by itself. */
export async function* watchCalls({ orgId, outside, tenant }: Watching, { lastEventId }: WatchCalls, signal: AbortSignal | undefined) {
  const ended = signal ?? new AbortController().signal;
  const since = readEventId(orgId, lastEventId);
  const changes = outside.watchCalls(orgId, ended);
  if (since) yield* tell(orgId, await tenant((db) => listChangedCalls(db, { since })));
  for await (const ids of changes) {
    yield* tell(orgId, await tenant((db) => listChangedCalls(db, { ids })));
  }
}

function* tell(orgId: string, changes: ChangedCall[]) {
  for (const { call, changedAt } of changes) yield tracked(`${orgId}:${changedAt.getTime()}:${call.id}`, call);
}

/** @throws InvalidInput for what isn't an event's id, and in the same words for another organisation's. */
function readEventId(orgId: string, eventId: string | null | undefined): Date | null {
  if (!eventId) return null;
  const [owner, changedAt] = eventId.split(':');
  const since = /^\d{1,15}$/.test(changedAt ?? '') ? Number(changedAt) - OVERLAP_MS : Number.NaN;
  if (owner !== orgId || !isInstant(since)) throw new InvalidInput('lastEventId', 'must be the id of an earlier event');
  return new Date(since);
}
