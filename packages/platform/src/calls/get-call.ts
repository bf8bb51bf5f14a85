import { NotFound } from '@ringfence/domain';
import type { GetCall } from '@ringfence/domain/calls';
import { callRecordingState, recordingState } from '@ringfence/domain/recordings';
import type { TenantReader } from '@ringfence/tenancy';
import { findCallEvents } from './find-call-events.ts';
import { findCallLegs } from './find-call-legs.ts';
import { findCallRecordings } from './find-call-recordings.ts';
import { findCallSegments } from './find-call-segments.ts';
import { findCall } from './find-call.ts';
import { findLine } from './find-line.ts';

/** Messages after which no recording comes, if none came with them. Twilio: RecordingStatusCallback; Vapi: its last message of a call, or its list's. */
const LAST_WORDS = ['recording:absent', 'recording:failed', 'recording:deleted', 'end-of-call-report', 'listed:ended'];

/** One call with all that is known of it, in one round trip. @throws NotFound if this organisation has no such call. */
export async function getCall(db: TenantReader, { id: callId }: GetCall) {
  const [[call], legs, events, transcript, found, [line]] = await Promise.all([
    findCall(db, { callId }),
    findCallLegs(db, { callId }),
    findCallEvents(db, { callId }),
    findCallSegments(db, { callId }),
    findCallRecordings(db, { callId }),
    findLine(db, { callId }),
  ]);
  if (!call || !line) throw new NotFound('call');
  const recordings = found.map((recording) => ({ ...recording, state: recordingState(recording) }));
  const isToldWithout = events.some(({ kind }) => LAST_WORDS.includes(kind));
  const standing = { ...call, recordings, isLineRecorded: line.isRecorded, isToldWithout };
  return { ...call, recordingState: callRecordingState(standing, new Date()), legs, events, transcript, recordings };
}
