import type { JobsOutside } from '../outside/outside.ts';
import { objectKey } from './object-key.ts';
import type { RemovedRecording } from './removed-recordings.ts';

/** Removes whatever a recording ever had in storage; quiet about what isn't there. A worker that still downloads removes its own. */
export async function removeObjectsOf(
  storage: Pick<JobsOutside['storage'], 'remove'>,
  orgId: string,
  { recordingId, leaseNumber }: RemovedRecording,
): Promise<void> {
  for (let number = 1; number <= leaseNumber; number += 1) await storage.remove(objectKey(orgId, { recordingId, number }));
}
