export const RECORDING_STATUSES = ['pending', 'processing', 'stored', 'failed'] as const;
export type RecordingStatus = (typeof RECORDING_STATUSES)[number];

const MOVES: Record<RecordingStatus, readonly RecordingStatus[]> = {
  pending: ['processing'],
  processing: ['stored', 'failed', 'pending'],
  failed: ['pending'],
  // Only where the storage lost the object.
  stored: ['pending'],
};

/** The statuses from which a recording may move to `to`: what the `where` of a conditional write asks for. */
export function statusesBefore(to: RecordingStatus): RecordingStatus[] {
  return RECORDING_STATUSES.filter((from) => MOVES[from].includes(to));
}
