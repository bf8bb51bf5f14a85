import type { JobState } from './job.ts';

/** What the list's address asks for; nothing: every state. */
export interface JobFilters {
  readonly state?: JobState;
}
