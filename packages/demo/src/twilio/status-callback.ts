import type { DemoMessage } from '../calls/demo-message.ts';
import { countryOf } from './country-of.ts';
import { encodeForm } from './encode-form.ts';
import { twilioTime } from './twilio-time.ts';

export interface StatusCallback {
  readonly accountSid: string;
  readonly callSid: string;
  readonly parentCallSid: string | null;
  readonly direction: 'inbound' | 'outbound-api' | 'outbound-dial';
  readonly from: string;
  readonly to: string;
  readonly status: string;
  readonly sequence: number;
  readonly at: Date;
  /** With a final status alone. */
  readonly talkSeconds: number | null;
  readonly sipCode: string | null;
  readonly answeredBy: string | null;
}

/** Twilio's voice status callback, its parameters in Twilio's order. `Duration` is in minutes, rounded up. */
export function statusCallback(callback: StatusCallback): DemoMessage {
  const { from, to, talkSeconds } = callback;
  const [fromCountry, toCountry] = [countryOf(from), countryOf(to)];
  const body = encodeForm([
    ['Called', to],
    ['ToState', ''],
    ['CallerCountry', fromCountry],
    ['Direction', callback.direction],
    ['Timestamp', twilioTime(callback.at)],
    ['CallbackSource', 'call-progress-events'],
    ['SipResponseCode', callback.sipCode],
    ['CallerState', ''],
    ['ToZip', ''],
    ['SequenceNumber', String(callback.sequence)],
    ['CallSid', callback.callSid],
    ['To', to],
    ['CallerZip', ''],
    ['ToCountry', toCountry],
    ['CalledZip', ''],
    ['ApiVersion', '2010-04-01'],
    ['CalledCity', ''],
    ['CallStatus', callback.status],
    ['Duration', talkSeconds === null ? null : String(Math.ceil(talkSeconds / 60))],
    ['From', from],
    ['CallDuration', talkSeconds === null ? null : String(talkSeconds)],
    ['AccountSid', callback.accountSid],
    ['CalledCountry', toCountry],
    ['CallerCity', ''],
    ['ToCity', ''],
    ['FromCountry', fromCountry],
    ['Caller', from],
    ['FromCity', ''],
    ['CalledState', ''],
    ['FromZip', ''],
    ['FromState', ''],
    ['AnsweredBy', callback.answeredBy],
    ['ParentCallSid', callback.parentCallSid],
  ]);
  return { provider: 'twilio', route: 'status', contentType: 'application/x-www-form-urlencoded; charset=UTF-8', body, at: callback.at };
}
