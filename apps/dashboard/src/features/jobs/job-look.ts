import { CircleDot, Clock, type LucideIcon, OctagonAlert, TriangleAlert } from 'lucide-react';
import type { JobState } from './job.ts';

interface JobLook {
  readonly word: string;
  readonly icon: LucideIcon;
  readonly color: string;
  /** In the place of rows. */
  readonly none: string;
}

/** The states of a job, in words that are not for programmers alone. */
export const JOB_LOOKS: Readonly<Record<JobState, JobLook>> = {
  failed: { word: 'Failed', icon: TriangleAlert, color: 'text-status-failed', none: 'No job failed' },
  quarantined: { word: 'Set aside', icon: OctagonAlert, color: 'text-status-failed', none: 'No job is set aside' },
  running: { word: 'Running', icon: CircleDot, color: 'text-status-in-progress', none: 'No job runs just now' },
  waiting: { word: 'Waiting', icon: Clock, color: 'text-muted-foreground', none: 'No job waits' },
};
export const JOB_ORDER = ['failed', 'quarantined', 'running', 'waiting'] as const satisfies readonly JobState[];
