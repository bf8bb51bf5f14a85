import { z } from 'zod';

/** Names one job of the queue. */
export const FindJob = z.strictObject({ id: z.uuid() });
export type FindJob = z.infer<typeof FindJob>;
