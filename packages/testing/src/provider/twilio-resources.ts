import type { TwilioAccount } from './provider-account.ts';
import type { ProviderCall, ProviderRecording } from './provider-call.ts';

/** A Call resource as lists have it. Source: Twilio, Calls resource; times in RFC 2822, `duration` in seconds. */
export function twilioCall({ accountSid }: TwilioAccount, call: ProviderCall, now: Date) {
  const { reference, direction, phone, line, startedAt, answeredAt, endedAt } = call;
  const [from, to] = direction === 'inbound' ? [phone, line] : [line, phone];
  const isOver = endedAt <= now;
  return {
    sid: reference,
    account_sid: accountSid,
    parent_call_sid: null,
    from,
    to,
    direction: direction === 'inbound' ? 'inbound' : 'outbound-api',
    status: statusOf(call, now),
    date_created: twilioTime(startedAt),
    date_updated: twilioTime(isOver ? endedAt : startedAt),
    start_time: twilioTime(startedAt),
    end_time: isOver ? twilioTime(endedAt) : null,
    duration: isOver ? String(answeredAt === null ? 0 : Math.round((endedAt.getTime() - answeredAt.getTime()) / 1000)) : null,
    answered_by: null,
    price: null,
    price_unit: 'USD',
    uri: `/2010-04-01/Accounts/${accountSid}/Calls/${reference}.json`,
  };
}

/** A Recording resource as lists have it. Source: Twilio, Recordings resource. */
export function twilioRecording({ accountSid }: TwilioAccount, call: ProviderCall, recording: ProviderRecording, now: Date) {
  const isReady = recording.readyAt <= now;
  return {
    sid: recording.reference,
    account_sid: accountSid,
    call_sid: call.reference,
    channels: recording.channels,
    date_created: twilioTime(recording.createdAt),
    start_time: twilioTime(recording.createdAt),
    duration: isReady ? String(Math.round(recording.durationMs / 1000)) : '-1',
    source: 'DialVerb',
    status: isReady ? 'completed' : 'processing',
    error_code: null,
    media_url: recording.url,
    uri: `/2010-04-01/Accounts/${accountSid}/Recordings/${recording.reference}.json`,
  };
}

function statusOf({ answeredAt, endedAt }: ProviderCall, now: Date): string {
  if (endedAt <= now) return answeredAt === null ? 'no-answer' : 'completed';
  return answeredAt !== null && answeredAt <= now ? 'in-progress' : 'ringing';
}

function twilioTime(instant: Date): string {
  return instant.toUTCString().replace('GMT', '+0000');
}
