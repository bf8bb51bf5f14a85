/** Where a job stands: until it runs, now, after its last attempt, or set aside because workers were lost while they ran it. */
export const JOB_STATES = ['waiting', 'running', 'failed', 'quarantined'] as const;
export type JobState = (typeof JOB_STATES)[number];
