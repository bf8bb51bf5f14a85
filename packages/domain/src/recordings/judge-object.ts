import type { RecordingStatus } from './recording-status.ts';

/** An object in storage, by the lease that it was stored under, and what the database knows of its recording. */
export interface ObjectStanding {
  readonly number: number;
  readonly recording: { readonly status: RecordingStatus; readonly leaseNumber: number } | null;
  /** There was such a recording, and it was removed. */
  readonly isRemoved: boolean;
}

/** `unremembered`: nobody knows of such a recording, as when a database was set back; whoever removes that waits longer. */
export type ObjectVerdict = 'live' | 'dead' | 'unremembered';

/**
 * Judges an object in storage. Dead is dead for ever: no lease number is given twice, and a removed recording doesn't come back, so no
 * commit can name the object any more. That is why it may be removed after the look, while nobody holds the row. An object of a lease
 * that is still to come was left by a database that was set back: it stays, since that lease will be given.
 */
export function judgeObject({ number, recording, isRemoved }: ObjectStanding): ObjectVerdict {
  if (!recording) return isRemoved ? 'dead' : 'unremembered';
  if (number > recording.leaseNumber) return 'live';
  const isNamed = recording.status === 'stored' || recording.status === 'processing';
  return isNamed && number === recording.leaseNumber ? 'live' : 'dead';
}
