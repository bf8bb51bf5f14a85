import { z } from 'zod';

/** How complete a connection is, day by day, for the last `days` (14 where nothing is said). */
export const GetCompleteness = z.strictObject({ connectionId: z.uuid(), days: z.int().min(1).max(90).optional() });
export type GetCompleteness = z.infer<typeof GetCompleteness>;
