import { z } from 'zod';
import { Instant } from '../instant.ts';
import { CALL_DIRECTIONS, CALL_STATUSES } from './call-status.ts';

/** Calls newest first. `from` (inclusive) and `to` (exclusive) are ISO 8601 with a zone; `search` looks in numbers, lead names, summaries and transcripts. */
export const ListCalls = z.strictObject({
  direction: z.enum(CALL_DIRECTIONS).optional(),
  status: z.enum(CALL_STATUSES).optional(),
  from: Instant.optional(),
  to: Instant.optional(),
  search: z.string().trim().max(200).optional(),
  cursor: z.string().max(500).optional(),
  limit: z.int().min(1).max(200).optional(),
});
export type ListCalls = z.infer<typeof ListCalls>;
