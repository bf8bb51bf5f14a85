import { z } from 'zod';
import { QUEUE_STATES } from './queue-state.ts';

/** Recordings that aren't stored, newest first. */
export const ListQueue = z.strictObject({
  state: z.enum(QUEUE_STATES).optional(),
  cursor: z.string().max(500).optional(),
  limit: z.int().min(1).max(200).optional(),
});
export type ListQueue = z.infer<typeof ListQueue>;
