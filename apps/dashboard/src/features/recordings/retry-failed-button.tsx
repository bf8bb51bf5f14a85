import { RotateCw } from 'lucide-react';
import { adviseOn } from '../../app/advise-on.ts';
import { usePermission } from '../../app/use-permission.ts';
import { Button } from '../../ui/button.tsx';
import { useToast } from '../../ui/toasts.tsx';
import { MOST_RETRIED, useRetryFailed } from './use-retry-failed.ts';

/** Puts all that failed back in the queue; what is gone stays, since nothing has changed there. Agents and above. */
export function RetryFailedButton({ count }: { readonly count: number }) {
  const retry = useRetryFailed();
  const toast = useToast();
  const isAllowed = usePermission('recordings.write');
  if (!isAllowed || count === 0) return null;
  function start() {
    retry.mutate(undefined, {
      onSuccess: ({ count: done, leftCount }) => toast({ text: retriedWords(done, leftCount) }),
      onError: (error) => toast({ text: adviseOn(error), isFailure: true }),
    });
  }
  return (
    <Button look="primary" disabled={retry.isPending} onClick={start}>
      <RotateCw className="max-tablet:hidden" />
      {retry.isPending ? 'Retrying…' : count > MOST_RETRIED ? `Retry the newest ${MOST_RETRIED}` : `Retry all ${count}`}
    </Button>
  );
}

function retriedWords(count: number, leftCount: number): string {
  const done = count === 1 ? '1 recording is tried again' : `${count} recordings are tried again`;
  return leftCount === 0 ? done : `${done}, ${leftCount} could not be`;
}
