import { Button } from '../../ui/button.tsx';
import { Delayed } from '../../ui/delayed.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { dayKey } from '../../ui/time/day-key.ts';
import { useTimeZone } from '../../ui/time/time-zone.ts';
import { TimelineItem } from '../../ui/time/timeline-item.tsx';
import { condenseSteps } from './condense-steps.ts';
import { describeStep } from './describe-step.ts';
import { useRecordingHistory } from './use-recording-history.ts';

interface RecordingHistoryProps {
  readonly recordingId: string;
  /** "Recording", or which of several. */
  readonly title: string;
}

/** What happened to a recording, step by step: when it was told of, each attempt, and what came of it. */
export function RecordingHistory({ recordingId, title }: RecordingHistoryProps) {
  const history = useRecordingHistory(recordingId);
  const zone = useTimeZone();
  return (
    <section aria-label={`History of ${title.toLowerCase()}`} className="border-t border-border px-5 pt-2.5 pb-3 max-tablet:px-4">
      <h3 className="pb-0.5 font-semibold">{title}</h3>
      {history.data ? (
        <ol aria-label={`Steps of ${title.toLowerCase()}`}>
          {condenseSteps(history.data.items).map((step, index, steps) => {
            const { words, more, icon } = describeStep(step);
            const before = steps[index - 1];
            const isNewDay = before !== undefined && dayKey(new Date(before.at), zone) !== dayKey(new Date(step.at), zone);
            return <TimelineItem key={index} at={step.at} words={words} more={more} icon={icon} isNewDay={isNewDay} />;
          })}
        </ol>
      ) : history.isError ? (
        <p role="alert" className="flex items-center justify-between gap-2 text-muted-foreground">
          Its history could not be loaded.
          <Button size="small" onClick={() => void history.refetch()}>
            Load again
          </Button>
        </p>
      ) : (
        <Delayed>
          <span className="grid gap-4 py-3">
            <Skeleton className="w-40" />
            <Skeleton className="w-48" />
          </span>
        </Delayed>
      )}
    </section>
  );
}
