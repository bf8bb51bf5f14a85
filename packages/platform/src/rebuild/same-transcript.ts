import type { TranscriptSegment } from '@ringfence/domain/transcripts';

/** Whether two transcripts say the same, turn by turn. */
export function sameTranscript(one: readonly TranscriptSegment[], other: readonly TranscriptSegment[]): boolean {
  return one.length === other.length && one.every((segment, index) => isSame(segment, other[index]));
}

function isSame(one: TranscriptSegment, other: TranscriptSegment | undefined): boolean {
  return one.speaker === other?.speaker && one.startMs === other.startMs && one.endMs === other.endMs && one.text === other.text;
}
