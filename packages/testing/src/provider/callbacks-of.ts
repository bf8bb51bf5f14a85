import { recordingCallback, statusCallback, type TwilioForm } from '../telephony/twilio-callback.ts';
import type { TwilioAccount } from './provider-account.ts';
import type { ProviderCall } from './provider-call.ts';

/** One message that a provider sends to our webhook, in the order in which it does. */
export type Callback =
  | { readonly kind: 'status' | 'recording'; readonly form: TwilioForm }
  | { readonly kind: 'message'; readonly message: Readonly<Record<string, unknown>> };

/** All that the provider tells of a call that is over. */
export function callbacksOf(call: ProviderCall): Callback[] {
  return call.account.kind === 'twilio' ? ofTwilio(call, call.account) : ofVapi(call);
}

function ofTwilio(call: ProviderCall, { accountSid }: TwilioAccount): Callback[] {
  const { reference: callSid, direction, phone, line, startedAt, answeredAt, endedAt, recording } = call;
  const told = (status: string, sequence: number, at: Date): Callback => {
    const durationSeconds = answeredAt === null ? 0 : seconds(answeredAt, endedAt);
    const form = statusCallback({ callSid, direction, phone, line, status, sequence, at, durationSeconds });
    return { kind: 'status', form: { ...form, AccountSid: accountSid } };
  };
  const begun = told('ringing', 0, startedAt);
  if (answeredAt === null) return [begun, told('no-answer', 1, endedAt)];
  const callbacks = [begun, told('in-progress', 1, answeredAt), told('completed', 2, endedAt)];
  if (recording === null) return callbacks;
  const ready = recordingCallback({ callSid, url: recording.url, recordingSid: recording.reference });
  const RecordingDuration = String(Math.round(recording.durationMs / 1000));
  return [...callbacks, { kind: 'recording', form: { ...ready, AccountSid: accountSid, RecordingDuration } }];
}

function ofVapi(call: ProviderCall): Callback[] {
  const document = vapiDocument(call);
  const told = (status: string, at: Date): Callback => ({
    kind: 'message',
    message: { type: 'status-update', status, timestamp: at.getTime(), call: document, ...(status === 'ended' ? endingOf(call) : {}) },
  });
  const { artifact, analysis, startedAt, endedAt, endedReason } = vapiOutcome(call);
  const report = { type: 'end-of-call-report', artifact, analysis, startedAt, endedAt, endedReason, timestamp: call.endedAt.getTime() };
  return [
    told('ringing', call.startedAt),
    ...(call.answeredAt === null ? [] : [told('in-progress', call.answeredAt)]),
    told('ended', call.endedAt),
    { kind: 'message', message: { ...report, call: document } },
  ];
}

function endingOf(call: ProviderCall): { endedReason: string } {
  return { endedReason: call.answeredAt === null ? 'customer-did-not-answer' : 'customer-ended-call' };
}

/** What Vapi says of a call from its beginning. */
export function vapiDocument({ reference, direction, phone, line, startedAt }: ProviderCall) {
  return {
    id: reference,
    orgId: '00000000-0000-0000-0000-0000000000aa',
    type: direction === 'inbound' ? 'inboundPhoneCall' : 'outboundPhoneCall',
    createdAt: startedAt.toISOString(),
    customer: { number: phone },
    phoneNumber: { number: line },
    assistant: { name: 'Ada' },
  };
}

/** What Vapi says of a call once it is over. */
export function vapiOutcome(call: ProviderCall) {
  const { answeredAt, endedAt, recording } = call;
  const spoken = answeredAt === null ? [] : [turn('bot', 'Good morning.', answeredAt), turn('user', 'When do you open?', answeredAt)];
  return {
    startedAt: answeredAt?.toISOString(),
    endedAt: endedAt.toISOString(),
    ...endingOf(call),
    analysis: answeredAt === null ? {} : { summary: 'Asked for the opening hours.' },
    artifact: { messages: spoken, ...(recording === null ? {} : { recording: { stereoUrl: recording.url } }) },
  };
}

function turn(role: 'bot' | 'user', message: string, at: Date) {
  return { role, message, time: at.getTime(), endTime: at.getTime() + 500, secondsFromStart: 0 };
}

function seconds(from: Date, to: Date): number {
  return Math.round((to.getTime() - from.getTime()) / 1000);
}
