import { catchUpJob, type ListedItem, ListFailed } from '@ringfence/domain/connections';
import { type JobContext, tenantTask } from '@ringfence/tenancy/worker';
import type { CatchUp } from '@ringfence/domain/connections';
import { onceMore } from '../calls/once-more.ts';
import { receiveEvent } from '../calls/receive-event.ts';
import type { JobsOutside } from '../outside/outside.ts';
import { beginLook, type Look, type LookedDay } from './begin-look.ts';
import { endLook } from './end-look.ts';
import { findMissing } from './find-missing.ts';
import { finishDay } from './finish-day.ts';

type Context = JobContext<CatchUp, JobsOutside>;

/** A list may be a little late: what began this lately is looked for again. */
const SETTLING_MS = 120_000;
/** What isn't finished after so long holds nothing up any more: Twilio's longest call takes a day. */
const LONGEST_WAIT_MS = 48 * 3_600_000;

/**
 * Asks a connection's provider for its own list since the last complete look, day by day, and takes in what no message told. Running it
 * twice is harmless: what is known is no news, and what is taken in is the same message the second time.
 */
export const catchUp = tenantTask<typeof catchUpJob, JobsOutside>(catchUpJob, async (context) => {
  const { tenant, payload, job } = context;
  const look = await tenant((db) => beginLook(db, payload));
  if (!look) return { looks: 0 };
  try {
    const counts = await lookAtDays(context, look);
    await tenant((db) => endLook(db, { ...payload, failure: null }));
    return counts;
  } catch (error) {
    if (!(error instanceof ListFailed)) throw error;
    await tenant((db) => endLook(db, { ...payload, failure: error.reason }));
    if (!mayPass(error) || job.isLastAttempt) return { failed: 1 };
    throw error;
  }
});

/** A credential that is missing or refused is for people to mend; the next hour asks again all the same. */
function mayPass({ reason }: ListFailed): boolean {
  return reason === 'unreachable' || reason === 'unreadable';
}

async function lookAtDays(context: Context, look: Look): Promise<{ days: number; listed: number; found: number }> {
  const counts = { days: 0, listed: 0, found: 0 };
  let unfinishedSince = look.begunAt.getTime() - SETTLING_MS;
  for (const day of look.days) {
    const listed = await lookAtDay(context, look, day);
    const held = listed.unfinished.filter((at) => at >= look.begunAt.getTime() - LONGEST_WAIT_MS);
    unfinishedSince = held.reduce((earliest, at) => Math.min(earliest, at), unfinishedSince);
    const completeUntil = new Date(Math.min(day.to.getTime(), unfinishedSince));
    const { day: name, connectionId } = { ...day, connectionId: look.connectionId };
    await context.tenant((db) => finishDay(db, { connectionId, day: name, ...listed, completeUntil }));
    counts.days += 1;
    counts.listed += listed.calls.length;
    counts.found += listed.found;
  }
  return counts;
}

interface Listed {
  readonly calls: readonly string[];
  readonly recordings: readonly string[];
  readonly found: number;
  /** When what isn't finished began. */
  readonly unfinished: readonly number[];
}

async function lookAtDay(context: Context, look: Look, day: LookedDay): Promise<Listed> {
  const { tenant, outside, signal } = context;
  const { sealing, providerLists } = outside;
  const fetchKey = look.fetchKeySealed && sealing.open(look.fetchKeySealed);
  const account = { ...look.account, secret: sealing.open(look.secretSealed), fetchKey };
  const [calls, recordings] = [new Set<string>(), new Set<string>()];
  const unfinished: number[] = [];
  let found = 0;
  for await (const page of providerLists.list(account, day, signal)) {
    for (const { kind, reference, at, isFinished, understood } of page) {
      if (kind === 'call' && understood.kind !== 'ignored') calls.add(reference);
      if (understood.kind === 'event' && understood.event.recording) recordings.add(understood.event.recording.reference);
      if (!isFinished) unfinished.push(at.getTime());
    }
    const missing = await tenant((db) => findMissing(db, look.connectionId, page));
    found += await takeIn(context, missing);
  }
  return { calls: [...calls], recordings: [...recordings], found, unfinished };
}

/** Each in a transaction of its own, as a message of the provider would be. Gives how many were news. */
async function takeIn({ tenant, payload, signal }: Context, missing: readonly ListedItem[]): Promise<number> {
  let news = 0;
  for (const { body, understood } of missing) {
    signal.throwIfAborted();
    const message = {
      connectionId: payload.connectionId,
      contentType: 'application/json',
      body,
      receivedAt: new Date(),
      source: 'list',
    } as const;
    const { outcome } = await onceMore(() => tenant((db) => receiveEvent(db, message, understood)));
    if (outcome === 'applied') news += 1;
  }
  return news;
}
