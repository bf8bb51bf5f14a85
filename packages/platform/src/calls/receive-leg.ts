import { type CallEvent, mergeLeg } from '@ringfence/domain/calls';
import { callLogs } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq, sql } from 'drizzle-orm';
import { deriveCall } from './derive-call.ts';
import { findRelatedLegs, type KnownLeg } from './find-related-legs.ts';
import { joinConversations } from './join-conversations.ts';
import { lockReferences } from './lock-references.ts';
import { openCall } from './open-call.ts';
import { type Parties, partiesOf } from './parties-of.ts';
import type { ProviderMessage } from './provider-message.ts';

export interface ReceivedLeg {
  readonly callId: string;
  readonly callLogId: string;
}

/** Puts an event's facts onto its leg and derives its call; either is made, in the conversation it belongs to, where it is new. */
export async function receiveLeg(db: TenantDb, message: ProviderMessage, event: CallEvent): Promise<ReceivedLeg> {
  await lockReferences(db, event.leg);
  const related = await findRelatedLegs(db, event.leg);
  const known = related.find((leg) => leg.reference === event.leg.reference && leg.connectionId === message.connectionId);
  const ofConversation = related.filter((leg) => leg === known || leg.reference !== event.leg.reference);
  const callId = await joinConversations(
    db,
    ofConversation.map((leg) => leg.callId),
  );
  return known ? updateLeg(db, message, event, known) : openLeg(db, message, event, callId);
}

async function openLeg(db: TenantDb, message: ProviderMessage, event: CallEvent, conversation: string | undefined): Promise<ReceivedLeg> {
  const facts = { ...event.leg, ...partiesOf(event) };
  const callId = conversation ?? (await openCall(db, message, facts));
  const [leg] = await db
    .insert(callLogs)
    .values({ ...facts, orgId: db.orgId, callId, connectionId: message.connectionId })
    .returning({ id: callLogs.id });
  if (!leg) throw new Error('an inserted leg gave no row');
  if (conversation !== undefined) await deriveCall(db, callId, message.receivedAt);
  return { callId, callLogId: leg.id };
}

/** The row itself says to which call it belongs: it may have been moved while this waited for it. */
async function updateLeg(db: TenantDb, message: ProviderMessage, event: CallEvent, known: KnownLeg): Promise<ReceivedLeg> {
  const parties: Parties = partiesOf(event, known);
  const [leg] = await db
    .update(callLogs)
    .set({ ...mergeLeg(known, event.leg), ...parties, updatedAt: sql`now()` })
    .where(and(eq(callLogs.orgId, db.orgId), eq(callLogs.id, known.id)))
    .returning({ callId: callLogs.callId });
  if (!leg) throw new Error('a known leg is gone');
  await deriveCall(db, leg.callId, message.receivedAt);
  return { callId: leg.callId, callLogId: known.id };
}
