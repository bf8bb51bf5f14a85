import type { CallEvent, Understood } from '@ringfence/domain/calls';
import { callLogs, providerEvents } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, eq } from 'drizzle-orm';
import { receiveRecording } from '../recordings/receive-recording.ts';
import { announceChange } from './announce-change.ts';
import { deriveCall } from './derive-call.ts';
import { keepMessage } from './keep-message.ts';
import { parkMessage } from './park-message.ts';
import type { ProviderMessage } from './provider-message.ts';
import { receiveLeg } from './receive-leg.ts';
import { receiveTranscript } from './receive-transcript.ts';

export interface Received {
  readonly outcome: 'applied' | 'ignored' | 'duplicate' | 'parked' | 'parked-full';
  readonly callId: string | null;
}

/**
 * Takes one genuine provider message: kept as it came, and what it tells put onto its leg, call, recording and transcript.
 * The same message twice, late or out of order ends in the same rows.
 */
export async function receiveEvent(db: TenantDb, message: ProviderMessage, understood: Understood): Promise<Received> {
  if (understood.kind === 'parked') {
    const { dedupeKey, messageKind, reason } = understood;
    const outcome = await parkMessage(db, message, { dedupeKey, kind: messageKind, outcome: 'parked', parkedReason: reason });
    return { outcome, callId: null };
  }
  if (understood.kind === 'ignored') return keepIgnored(db, message, understood);
  return applyEvent(db, message, understood.event);
}

async function applyEvent(db: TenantDb, message: ProviderMessage, event: CallEvent): Promise<Received> {
  const { dedupeKey, kind, occurredAt } = event;
  const eventId = await keepMessage(db, message, { dedupeKey, kind, occurredAt, outcome: 'applied' });
  if (!eventId) return { outcome: 'duplicate', callId: null };
  const leg = await receiveLeg(db, message, event);
  await deriveCall(db, leg.callId, message.receivedAt);
  if (event.recording) await receiveRecording(db, { ...leg, connectionId: message.connectionId, recording: event.recording });
  if (event.transcript) await receiveTranscript(db, leg, event.transcript);
  await db
    .update(providerEvents)
    .set({ callId: leg.callId })
    .where(and(eq(providerEvents.orgId, db.orgId), eq(providerEvents.id, eventId)));
  await announceChange(db, leg.callId);
  return { outcome: 'applied', callId: leg.callId };
}

/** A message without effect still belongs to its call's timeline, where the call is known. */
async function keepIgnored(db: TenantDb, message: ProviderMessage, ignored: Extract<Understood, { kind: 'ignored' }>): Promise<Received> {
  const callId = await findCallOfLeg(db, message.connectionId, ignored.callReference);
  const kept = await keepMessage(db, message, { callId, dedupeKey: ignored.dedupeKey, kind: ignored.messageKind, outcome: 'ignored' });
  return { outcome: kept ? 'ignored' : 'duplicate', callId };
}

async function findCallOfLeg(db: TenantDb, connectionId: string, reference: string | null): Promise<string | null> {
  if (reference === null) return null;
  const [leg] = await db
    .select({ callId: callLogs.callId })
    .from(callLogs)
    .where(and(eq(callLogs.orgId, db.orgId), eq(callLogs.connectionId, connectionId), eq(callLogs.reference, reference)));
  return leg?.callId ?? null;
}
