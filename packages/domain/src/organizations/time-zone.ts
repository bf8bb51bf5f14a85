import { z } from 'zod';

const ZONES = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']);

/** An IANA time zone that this runtime knows. */
export const TimeZone = z
  .string()
  .max(64)
  .refine((zone) => ZONES.has(zone), 'must be an IANA time zone such as Europe/Berlin');
