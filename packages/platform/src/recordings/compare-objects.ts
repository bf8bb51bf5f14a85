import { type FindingKind, judgeObject, type RecordingStatus } from '@ringfence/domain/recordings';
import type { NamedObject } from './parse-object-key.ts';

export interface SeenObject extends NamedObject {
  readonly sizeBytes: number;
  readonly storedAt: Date;
}

export interface KnownRecording {
  readonly id: string;
  readonly status: RecordingStatus;
  readonly leaseNumber: number;
  /** Stored long enough ago that its object must be there. */
  readonly isOld: boolean;
}

export interface Compared {
  readonly objects: readonly SeenObject[];
  readonly recordings: readonly KnownRecording[];
  readonly removedIds: readonly string[];
  /** Objects that were stored later are left alone. */
  readonly storedBefore: Date;
}

export interface Mismatch extends NamedObject {
  readonly kind: FindingKind;
  readonly sizeBytes: number | null;
  /** Nobody knows of the recording: `unremembered` in `judgeObject`. */
  readonly isUnremembered: boolean;
}

/** What of the objects and recordings of one organisation doesn't fit, both ways. */
export function compareObjects({ objects, recordings, removedIds, storedBefore }: Compared): Mismatch[] {
  const recordingOf = new Map(recordings.map((recording) => [recording.id, recording]));
  const isRemoved = new Set(removedIds);
  const isThere = new Set(objects.map(nameOf));
  const orphans = objects
    .filter(({ storedAt }) => storedAt < storedBefore)
    .flatMap(({ recordingId, number, sizeBytes }): Mismatch[] => {
      const recording = recordingOf.get(recordingId) ?? null;
      const verdict = judgeObject({ number, recording, isRemoved: isRemoved.has(recordingId) });
      if (verdict === 'live') return [];
      return [{ kind: 'orphan', recordingId, number, sizeBytes, isUnremembered: verdict === 'unremembered' }];
    });
  const lost = recordings
    .filter(({ status, isOld }) => status === 'stored' && isOld)
    .map(({ id, leaseNumber }) => ({ recordingId: id, number: leaseNumber }))
    .filter((named) => !isThere.has(nameOf(named)))
    .map((named): Mismatch => ({ ...named, kind: 'lost', sizeBytes: null, isUnremembered: false }));
  return [...orphans, ...lost];
}

function nameOf({ recordingId, number }: NamedObject): string {
  return `${recordingId}-${number}`;
}
