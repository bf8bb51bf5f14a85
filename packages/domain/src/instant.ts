import { z } from 'zod';
import { isInstant } from './is-instant.ts';

/** A time in ISO 8601 with its zone, between the years 1 and 9999. */
export const Instant = z.iso
  .datetime({ offset: true })
  .max(40)
  .refine((text) => isInstant(Date.parse(text)), 'must be between the years 1 and 9999');
