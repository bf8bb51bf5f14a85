import { type CallEvent, mergeLeg } from '@ringfence/domain/calls';
import { callLogs } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq, sql } from 'drizzle-orm';
import { findConversation } from './find-conversation.ts';
import { joinConversation } from './join-conversation.ts';
import { lockReferences } from './lock-references.ts';
import { openCall } from './open-call.ts';
import type { ProviderMessage } from './provider-message.ts';

export interface ReceivedLeg {
  readonly callId: string;
  readonly callLogId: string;
}

/** Puts an event's facts onto its leg, which is made, in the conversation it belongs to, where it is new. */
export async function receiveLeg(db: TenantDb, message: ProviderMessage, event: CallEvent): Promise<ReceivedLeg> {
  await lockReferences(db, event.leg);
  const [known] = await db
    .select()
    .from(callLogs)
    .where(
      and(eq(callLogs.orgId, db.orgId), eq(callLogs.connectionId, message.connectionId), eq(callLogs.reference, event.leg.reference)),
    );
  if (!known) return openLeg(db, message, event);
  const merged = mergeLeg(known, event.leg);
  await db
    .update(callLogs)
    .set({ ...merged, ...partiesOf(event, known), updatedAt: sql`now()` })
    .where(and(eq(callLogs.orgId, db.orgId), eq(callLogs.id, known.id)));
  const isLinkedAnew = merged.parentReference !== known.parentReference || merged.relatedReference !== known.relatedReference;
  const callId = isLinkedAnew ? await joinConversation(db, known, merged) : known.callId;
  return { callId, callLogId: known.id };
}

async function openLeg(db: TenantDb, message: ProviderMessage, event: CallEvent): Promise<ReceivedLeg> {
  const callId = (await findConversation(db, event.leg)) ?? (await openCall(db, message, event));
  const [leg] = await db
    .insert(callLogs)
    .values({ ...event.leg, ...partiesOf(event), orgId: db.orgId, callId, connectionId: message.connectionId })
    .returning({ id: callLogs.id });
  if (!leg) throw new Error('an inserted leg gave no row');
  return { callId, callLogId: leg.id };
}

type Parties = Pick<typeof callLogs.$inferSelect, 'fromNumber' | 'fromAddress' | 'toNumber' | 'toAddress'>;

/** Who called whom, as the first message that said so told it. */
function partiesOf({ from, to }: CallEvent, known?: Parties): Parties {
  const hadFrom = known?.fromAddress ? known : undefined;
  const hadTo = known?.toAddress ? known : undefined;
  return {
    fromNumber: hadFrom ? hadFrom.fromNumber : (from?.number ?? null),
    fromAddress: hadFrom ? hadFrom.fromAddress : (from?.heard ?? null),
    toNumber: hadTo ? hadTo.toNumber : (to?.number ?? null),
    toAddress: hadTo ? hadTo.toAddress : (to?.heard ?? null),
  };
}
