import type { DemoCall } from '../calls/demo-call.ts';
import type { DemoMessage } from '../calls/demo-message.ts';
import { accountSid } from './account-sid.ts';
import { callSid } from './call-sid.ts';
import { encodeForm } from './encode-form.ts';
import { recordingAddress } from './recording-address.ts';
import { recordingSid } from './recording-sid.ts';
import { twilioTime } from './twilio-time.ts';

const READY_AFTER_MS = 4_000;

/** Twilio's recording status callback once the sound of a call is ready. */
export function recordingCallback(slug: string, call: DemoCall): DemoMessage {
  const answeredAt = new Date(call.startedAt.getTime() + call.ringMs);
  const body = encodeForm([
    ['RecordingSource', 'StartCallRecordingAPI'],
    ['RecordingTrack', 'both'],
    ['RecordingSid', recordingSid(call.key)],
    ['RecordingUrl', recordingAddress(slug, call.key)],
    ['RecordingStatus', 'completed'],
    ['RecordingChannels', '2'],
    ['ErrorCode', '0'],
    ['CallSid', callSid(call.key)],
    ['RecordingStartTime', twilioTime(answeredAt)],
    ['AccountSid', accountSid(slug)],
    ['RecordingDuration', String(Math.round(call.talkMs / 1000))],
  ]);
  const at = new Date(answeredAt.getTime() + call.talkMs + READY_AFTER_MS);
  return { provider: 'twilio', route: 'recording', contentType: 'application/x-www-form-urlencoded; charset=UTF-8', body, at };
}
