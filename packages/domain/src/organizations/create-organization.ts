import { z } from 'zod';

const ZONES = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']);

/** A new organisation. Days and hours on its pages are in `timeZone` (IANA). */
export const CreateOrganization = z.strictObject({
  name: z.string().trim().min(1).max(120),
  timeZone: z
    .string()
    .max(64)
    .refine((zone) => ZONES.has(zone), 'must be an IANA time zone such as Europe/Berlin')
    .default('UTC'),
});
export type CreateOrganization = z.infer<typeof CreateOrganization>;
