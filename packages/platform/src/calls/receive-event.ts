import type { CallEvent, Understood } from '@ringfence/domain/calls';
import type { TenantDb } from '@ringfence/tenancy';
import { receiveRecording } from '../recordings/receive-recording.ts';
import { announceChange } from './announce-change.ts';
import { keepMessage } from './keep-message.ts';
import { notePause } from './note-pause.ts';
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
  // Sent together, and before the message is kept: it would end the silence.
  const noted = message.source === 'list' ? null : notePause(db, message.connectionId);
  const [received] = await Promise.all([takeMessage(db, message, understood), noted]);
  return received;
}

async function takeMessage(db: TenantDb, message: ProviderMessage, understood: Understood): Promise<Received> {
  if (understood.kind === 'parked') {
    const { dedupeKey, messageKind, reason } = understood;
    const outcome = await parkMessage(db, message, { dedupeKey, kind: messageKind, outcome: 'parked', parkedReason: reason });
    return { outcome, callId: null };
  }
  if (understood.kind === 'ignored') {
    const { dedupeKey, messageKind, callReference } = understood;
    const kept = await keepMessage(db, message, { dedupeKey, kind: messageKind, outcome: 'ignored', reference: callReference });
    return { outcome: kept ? 'ignored' : 'duplicate', callId: null };
  }
  return applyEvent(db, message, understood.event);
}

async function applyEvent(db: TenantDb, message: ProviderMessage, event: CallEvent): Promise<Received> {
  const { dedupeKey, kind, occurredAt, leg: told } = event;
  const kept = await keepMessage(db, message, { dedupeKey, kind, occurredAt, outcome: 'applied', reference: told.reference });
  if (!kept) return { outcome: 'duplicate', callId: null };
  const leg = await receiveLeg(db, message, event);
  if (event.recording) await receiveRecording(db, { ...leg, connectionId: message.connectionId, recording: event.recording });
  if (event.transcript) await receiveTranscript(db, leg, event.transcript);
  await announceChange(db, leg.callId);
  return { outcome: 'applied', callId: leg.callId };
}
