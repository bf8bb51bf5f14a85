import type { RecordingStatus } from '@ringfence/domain/recordings';
import { AudioLines, CircleDot, Clock, TriangleAlert } from 'lucide-react';

const MARKS = {
  stored: { icon: AudioLines, word: 'Recording ready', color: 'text-muted-foreground' },
  pending: { icon: Clock, word: 'Recording waits to be fetched', color: 'text-muted-foreground' },
  processing: { icon: CircleDot, word: 'Recording is being fetched', color: 'text-status-in-progress' },
  failed: { icon: TriangleAlert, word: 'Recording failed', color: 'text-status-failed' },
} as const satisfies Record<RecordingStatus, unknown>;

/** A call's recording in the list; nothing where there is none. */
export function RecordingMark({ status }: { readonly status: RecordingStatus | null }) {
  if (!status) return null;
  const { icon: Icon, word, color } = MARKS[status];
  return (
    <span title={word} className={`inline-grid place-items-center align-middle ${color}`}>
      <Icon className="size-4 stroke-[2.25]" aria-hidden="true" />
      <span className="sr-only">{word}</span>
    </span>
  );
}
