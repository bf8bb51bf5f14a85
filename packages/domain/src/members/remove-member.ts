import { z } from 'zod';

/** Ends a membership; one's own too. */
export const RemoveMember = z.strictObject({ userId: z.uuid() });
export type RemoveMember = z.infer<typeof RemoveMember>;
