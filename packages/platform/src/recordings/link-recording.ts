import type { LinkRecording } from '@ringfence/domain/recordings';
import type { TenantReader } from '@ringfence/tenancy';
import type { ProceduresOutside } from '../outside/outside.ts';
import { findStoredRecording } from './find-stored-recording.ts';

/** An address that plays one recording for this caller, for a few minutes. @throws NotFound if it isn't there or isn't stored. */
export async function linkRecording(db: TenantReader, input: LinkRecording, outside: Pick<ProceduresOutside, 'signRecordingLink'>) {
  const recording = await findStoredRecording(db, input);
  return outside.signRecordingLink({ orgId: db.orgId, actor: db.actor, recordingId: recording.id });
}
