import { z } from 'zod';
import { TimeZone } from './time-zone.ts';

/** A new organisation. Days and hours on its pages are in `timeZone` (IANA). */
export const CreateOrganization = z.strictObject({
  name: z.string().trim().min(1).max(120),
  timeZone: TimeZone.default('UTC'),
});
export type CreateOrganization = z.infer<typeof CreateOrganization>;
