import { z } from 'zod';

/** Ends a key for good. */
export const RevokeApiKey = z.strictObject({ id: z.uuid() });
export type RevokeApiKey = z.infer<typeof RevokeApiKey>;
