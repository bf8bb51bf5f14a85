import { z } from 'zod';

/** Somebody who calls or is called. `phone` is E.164; calls find their lead by it. */
export const CreateLead = z.strictObject({
  name: z.string().trim().min(1).max(200),
  phone: z.e164(),
  email: z.email().max(254).nullable().default(null),
  note: z.string().trim().max(500).nullable().default(null),
});
export type CreateLead = z.input<typeof CreateLead>;
