import { randomBytes } from 'node:crypto';

/** A form as Twilio posts it. */
export type TwilioForm = Record<string, string>;

export interface CallbackFacts {
  readonly callSid?: string;
  readonly direction?: 'inbound' | 'outbound';
  /** The other party, as it is to be heard. */
  readonly phone: string;
  /** Our own line. */
  readonly line?: string;
  readonly status?: string;
  readonly durationSeconds?: number;
  readonly at?: Date;
  readonly sequence?: number;
}

const ACCOUNT_SID = `AC${'0'.repeat(32)}`;

/** An id as Twilio makes them. */
export function newSid(prefix: 'CA' | 'RE'): string {
  return `${prefix}${randomBytes(16).toString('hex')}`;
}

/** A voice status callback with the parameters that Twilio documents. Source: Twilio Voice API, StatusCallback. */
export function statusCallback(facts: CallbackFacts): TwilioForm {
  const {
    callSid = newSid('CA'),
    direction = 'inbound',
    phone,
    line = '+4930123456',
    status = 'completed',
    durationSeconds = 42,
    at = new Date(),
    sequence = 3,
  } = facts;
  const [from, to] = direction === 'inbound' ? [phone, line] : [line, phone];
  return {
    AccountSid: ACCOUNT_SID,
    ApiVersion: '2010-04-01',
    CallSid: callSid,
    CallStatus: status,
    CallbackSource: 'call-progress-events',
    Called: to,
    Caller: from,
    CallerCountry: '',
    Direction: direction === 'inbound' ? 'inbound' : 'outbound-api',
    ...(status === 'completed' ? { CallDuration: String(durationSeconds), Duration: String(Math.ceil(durationSeconds / 60)) } : {}),
    From: from,
    SequenceNumber: String(sequence),
    Timestamp: at.toUTCString().replace('GMT', '+0000'),
    To: to,
  };
}

/** A recording status callback of a recording that is ready. Source: Twilio Voice API, RecordingStatusCallback. */
export function recordingCallback({
  callSid,
  url,
  recordingSid = newSid('RE'),
}: {
  callSid: string;
  url?: string;
  recordingSid?: string;
}): TwilioForm {
  return {
    AccountSid: ACCOUNT_SID,
    CallSid: callSid,
    RecordingSid: recordingSid,
    RecordingUrl: url ?? `https://api.twilio.com/2010-04-01/Accounts/${ACCOUNT_SID}/Recordings/${recordingSid}`,
    RecordingStatus: 'completed',
    RecordingDuration: '42',
    RecordingChannels: '2',
    RecordingStartTime: new Date().toUTCString().replace('GMT', '+0000'),
    RecordingSource: 'DialVerb',
    ErrorCode: '0',
  };
}
