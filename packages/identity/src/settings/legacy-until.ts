import { z } from 'zod';

/** `RINGFENCE_LEGACY_USER_METADATA_UNTIL`: a day (its beginning in UTC) or a moment. One that has passed is off, so that a restart after it goes well. */
export const LegacyUntil = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })], 'expected a date (2027-01-31)')
  .transform((text) => new Date(text));
