import { useState } from 'react';
import { adviseOn } from '../../app/advise-on.ts';
import { Button } from '../../ui/button.tsx';
import { Question } from '../../ui/question.tsx';
import { useToast } from '../../ui/toasts.tsx';
import type { Job } from './job.ts';
import { jobName } from './job-name.ts';
import { useCancelJob } from './use-cancel-job.ts';

/** Takes a job out of the queue, after asking: it can't be put back from here. */
export function CancelJob({ job }: { readonly job: Job }) {
  const cancel = useCancelJob();
  const toast = useToast();
  const [isAsked, setAsked] = useState(false);
  const name = jobName(job.task);
  async function confirm(): Promise<void> {
    await cancel.mutateAsync({ id: job.id });
    toast({ text: `“${name}” is cancelled` });
  }
  return (
    <>
      <Button look="ghost" size="small" className="text-destructive" onClick={() => setAsked(true)}>
        Cancel
        <span className="sr-only"> the job “{name}”</span>
      </Button>
      <Question
        title="Cancel this job?"
        action="Cancel job"
        acting="Cancelling…"
        wayOut="Keep job"
        isOpen={isAsked}
        onClose={() => setAsked(false)}
        onConfirm={confirm}
        advise={adviseOn}
      >
        “{name}” leaves the queue and does not run. {aftermath(job.task)}
      </Question>
    </>
  );
}

/** What remains, and how it may still be had. */
function aftermath(task: string): string {
  if (task === 'store-recording') return 'Its recording then counts as failed, and can be retried for as long as its provider keeps it.';
  return 'What has to be done regularly comes again by itself at its next turn.';
}
