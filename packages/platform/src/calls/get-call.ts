import { NotFound } from '@ringfence/domain';
import type { GetCall } from '@ringfence/domain/calls';
import type { TenantReader } from '@ringfence/tenancy';
import { findCallEvents } from './find-call-events.ts';
import { findCallLegs } from './find-call-legs.ts';
import { findCallRecordings } from './find-call-recordings.ts';
import { findCallSegments } from './find-call-segments.ts';
import { findCall } from './find-call.ts';

/** One call with all that is known of it, in one round trip. @throws NotFound if this organisation has no such call. */
export async function getCall(db: TenantReader, { id: callId }: GetCall) {
  const [[call], legs, events, transcript, recordings] = await Promise.all([
    findCall(db, { callId }),
    findCallLegs(db, { callId }),
    findCallEvents(db, { callId }),
    findCallSegments(db, { callId }),
    findCallRecordings(db, { callId }),
  ]);
  if (!call) throw new NotFound('call');
  return { ...call, legs, events, transcript, recordings };
}
