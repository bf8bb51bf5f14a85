import { storeRecordingJob } from '@ringfence/domain/recordings';
import { recordings } from '@ringfence/db/schema';
import { type SQL, sql } from 'drizzle-orm';

/**
 * When a recording of the query is tried next: its job's turn as the queue has it, now where that is due, or the end of its rest. Null
 * for what is stored, runs, or waits for a person.
 */
export function nextAttemptAt(): SQL<Date | null> {
  return sql<Date | null>`case ${recordings.status}
    when 'pending' then (select greatest(due, now()) from public.job_due_at(${storeRecordingJob.name}, ${recordings.id}::text) due where due is not null)
    else ${recordings.retryAt} end`.mapWith(recordings.retryAt);
}
