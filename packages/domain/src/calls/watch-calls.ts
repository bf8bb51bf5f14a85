import { z } from 'zod';

/** Follows an organisation's calls; `lastEventId` resumes where a dropped stream ended. */
export const WatchCalls = z.strictObject({ lastEventId: z.string().max(200).nullish() });
export type WatchCalls = z.infer<typeof WatchCalls>;
