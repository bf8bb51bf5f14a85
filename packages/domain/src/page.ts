import { z } from 'zod';

/** Where a keyset list goes on, and how much at once. A cursor that can't be read is an input error. */
export const Page = z.strictObject({
  cursor: z.string().max(500).optional(),
  limit: z.int().min(1).max(200).optional(),
});
export type Page = z.infer<typeof Page>;
