import { RotateCw } from 'lucide-react';
import { adviseOn } from '../../app/advise-on.ts';
import { Button } from '../../ui/button.tsx';
import { useToast } from '../../ui/toasts.tsx';
import type { Job } from './job.ts';
import { jobName } from './job-name.ts';
import { useRetryJob } from './use-retry-job.ts';

/** Lets a job run now: one that waits for its next try, or one that ended badly, with all its attempts anew. */
export function RetryJob({ job }: { readonly job: Job }) {
  const retry = useRetryJob();
  const toast = useToast();
  const name = jobName(job.task);
  const isWaiting = job.state === 'waiting';
  function start() {
    retry.mutate(
      { id: job.id },
      {
        onSuccess: () => toast({ text: isWaiting ? `“${name}” runs now` : `“${name}” is tried again` }),
        onError: (error) => toast({ text: adviseOn(error), isFailure: true }),
      },
    );
  }
  return (
    <Button size="small" disabled={retry.isPending} onClick={start}>
      <RotateCw />
      {retry.isPending ? 'Retrying…' : isWaiting ? 'Retry now' : 'Retry'}
      <span className="sr-only"> the job “{name}”</span>
    </Button>
  );
}
