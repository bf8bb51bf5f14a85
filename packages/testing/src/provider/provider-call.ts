import { randomUUID } from 'node:crypto';
import { newSid } from '../telephony/twilio-callback.ts';
import type { ProviderAccount } from './provider-account.ts';

/** A call as a provider has it. Where it stands follows from its times. */
export interface ProviderCall {
  readonly account: ProviderAccount;
  /** Twilio: CallSid; Vapi: the call's id. */
  readonly reference: string;
  readonly direction: 'inbound' | 'outbound';
  /** The other party. */
  readonly phone: string;
  readonly line: string;
  readonly startedAt: Date;
  /** Null for a call that nobody answered. */
  readonly answeredAt: Date | null;
  readonly endedAt: Date;
  readonly recording: ProviderRecording | null;
}

export interface ProviderRecording {
  /** Twilio: RecordingSid; Vapi: the call's id. */
  readonly reference: string;
  /** Where its sound is, at the stand-in. */
  readonly url: string;
  readonly createdAt: Date;
  readonly readyAt: Date;
  readonly durationMs: number;
  readonly channels: 1 | 2;
}

export interface PlacedCall {
  readonly direction?: 'inbound' | 'outbound';
  readonly phone?: string;
  readonly line?: string;
  /** When it began; without it the call has just ended. */
  readonly startedAt?: Date;
  readonly ringSeconds?: number;
  /** 0: nobody answers, and nothing is recorded. */
  readonly talkSeconds?: number;
  readonly isRecorded?: boolean;
  /** How long after the call's end its sound can be had. */
  readonly readyAfterMs?: number;
}

/** A call with everything that follows from what was asked for. */
export function newCall(account: ProviderAccount, placed: PlacedCall, url: string): ProviderCall {
  const { direction = 'inbound', phone = '+4915112345678', line = '+4930123456', ringSeconds = 4, talkSeconds = 2 } = placed;
  const lastedMs = (ringSeconds + talkSeconds) * 1000;
  const startedAt = placed.startedAt ?? new Date(Math.floor(Date.now() / 1000) * 1000 - lastedMs);
  const endedAt = new Date(startedAt.getTime() + lastedMs);
  const answeredAt = talkSeconds > 0 ? new Date(startedAt.getTime() + ringSeconds * 1000) : null;
  const reference = account.kind === 'twilio' ? newSid('CA') : randomUUID();
  const isRecorded = answeredAt !== null && placed.isRecorded !== false;
  const call = { account, reference, direction, phone, line, startedAt, answeredAt, endedAt };
  const readyAt = new Date(endedAt.getTime() + (placed.readyAfterMs ?? 0));
  const sound = { createdAt: answeredAt ?? startedAt, readyAt, durationMs: talkSeconds * 1000, channels: 2 } as const;
  return { ...call, recording: isRecorded ? { ...sound, ...placeOf(account, reference, url) } : null };
}

function placeOf(account: ProviderAccount, callReference: string, url: string): Pick<ProviderRecording, 'reference' | 'url'> {
  if (account.kind === 'vapi') return { reference: callReference, url: `${url}/call/${callReference}/stereo-recording` };
  const reference = newSid('RE');
  return { reference, url: `${url}/2010-04-01/Accounts/${account.accountSid}/Recordings/${reference}` };
}
