import { z } from 'zod';
import { TimeZone } from './time-zone.ts';

/** Changes what an organisation is called, or where its days begin. What is left out stays. */
export const UpdateOrganization = z
  .strictObject({
    name: z.string().trim().min(1).max(120).optional(),
    timeZone: TimeZone.optional(),
  })
  .refine(({ name, timeZone }) => name !== undefined || timeZone !== undefined, 'must name a field to change');
export type UpdateOrganization = z.infer<typeof UpdateOrganization>;
