import { onceMore } from '../calls/once-more.ts';
import { applyConversation } from './apply-conversation.ts';
import { findAbandonedLegs, removeAbandonedLegs } from './abandoned-legs.ts';
import type { Reread } from './kept-event.ts';
import { loadConversations } from './load-conversations.ts';
import { type PlannedConversation, planConversation } from './plan-conversation.ts';
import { createReport, type RebuildReport } from './rebuild-report.ts';
import { type InTenant, type Scanned, type ScannedLeg, scanEvents } from './scan-events.ts';
import { settleEvents, settleIdle } from './settle-events.ts';

export interface Rebuild {
  /** One transaction of the organisation. */
  readonly tenant: InTenant;
  readonly reread: Reread;
  /** `show` writes nothing. */
  readonly mode: 'show' | 'apply';
}

/** Conversations of one transaction. */
const BATCH = 50;

/**
 * Derives an organisation's legs, calls, recordings and transcripts anew from the messages that were kept, parked ones included, and tells
 * what differs; `apply` makes it so. Ids and stored sound stay. What no message tells of, such as imported calls, stays as it is.
 */
export async function rebuildOrganization({ tenant, reread, mode }: Rebuild): Promise<RebuildReport> {
  const scanned = await scanEvents(tenant, reread);
  const report = createReport(mode, scanned);
  for (let begin = 0; begin < scanned.conversations.length; begin += BATCH) {
    const batch = scanned.conversations.slice(begin, begin + BATCH);
    const planned = await onceMore(() => tenant((db) => rebuildBatch({ db, reread, mode }, batch, scanned)));
    planned.forEach(report.add);
  }
  const abandoned = await tenant((db) => findAbandonedLegs(db, scanned.abandoned));
  report.addAbandoned(abandoned.length);
  if (mode === 'apply') {
    await tenant((db) => removeAbandonedLegs(db, abandoned));
    await tenant((db) => settleIdle(db, scanned.idle));
  }
  return report.told();
}

type Work = Omit<Rebuild, 'tenant'> & { readonly db: Parameters<Parameters<InTenant>[0]>[0] };

async function rebuildBatch(
  { db, reread, mode }: Work,
  batch: readonly (readonly ScannedLeg[])[],
  scanned: Scanned,
): Promise<PlannedConversation[]> {
  const loaded = await loadConversations(db, batch.flat(), reread);
  const planned = batch.map((conversation) => planConversation(conversation, loaded, scanned)).filter(({ legs }) => legs.length > 0);
  if (mode === 'show') return planned;
  await settleEvents(db, loaded.events, reread);
  for (const conversation of planned) await applyConversation(db, conversation);
  return planned;
}
