import { z } from 'zod';
import { declareJob } from '../jobs/declare-job.ts';
import { declareSchedule } from '../jobs/declare-schedule.ts';

/** One connection, whose provider is asked for its own list. */
export const CatchUp = z.strictObject({ connectionId: z.uuid() });
export type CatchUp = z.infer<typeof CatchUp>;

/** Asks a connection's provider for its list of calls and recordings, and takes in what is missing here. */
export const catchUpJob = declareJob<CatchUp>({
  name: 'catch-up',
  payload: CatchUp,
  maxAttempts: 6,
  key: ({ connectionId }) => connectionId,
});

/** Queues a look for each connection of an organisation that is due. */
export const queueLooksJob = declareJob<Record<string, never>>({
  name: 'queue-looks',
  payload: z.strictObject({}),
  maxAttempts: 3,
  key: () => 'due',
});

/** Looks for due connections: new ones, those whose messages paused, and all once an hour. */
export const looksSchedule = declareSchedule({ name: 'looks', everyMs: 60_000, findDue: 'find_looks_due', job: queueLooksJob });
