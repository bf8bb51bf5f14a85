import { RotateCw } from 'lucide-react';
import { adviseOn } from '../../app/advise-on.ts';
import { usePermission } from '../../app/use-permission.ts';
import { Button } from '../../ui/button.tsx';
import { useToast } from '../../ui/toasts.tsx';
import { useRetryRecording } from './use-retry-recording.ts';

interface RetryButtonProps {
  readonly recordingId: string;
  /** Whose recording it is, for those who listen and for what is told afterwards. */
  readonly name: string;
}

/** Marks the button that the key R presses in the row that has the focus. */
export const ROW_RETRY = 'data-row-retry';

/** Puts a failed recording back in the queue. Agents and above. */
export function RetryButton({ recordingId, name }: RetryButtonProps) {
  const retry = useRetryRecording();
  const toast = useToast();
  const isAllowed = usePermission('recordings.write');
  if (!isAllowed) return null;
  function start() {
    retry.mutate(
      { recordingId },
      {
        onSuccess: () => toast({ text: `The recording of ${name} is tried again` }),
        onError: (error) => toast({ text: adviseOn(error), isFailure: true }),
      },
    );
  }
  return (
    <Button size="small" disabled={retry.isPending} onClick={start} {...{ [ROW_RETRY]: '' }}>
      <RotateCw />
      {retry.isPending ? 'Retrying…' : 'Retry'}
      <span className="sr-only"> the recording of {name}</span>
    </Button>
  );
}
