import { z } from 'zod';
import { Instant } from '../instant.ts';
import { API_KEY_ROLES } from './api-key-role.ts';

/** A key for a program. Without `expiresAt` it is good until somebody revokes it. */
export const CreateApiKey = z.strictObject({
  name: z.string().trim().min(1).max(120),
  role: z.enum(API_KEY_ROLES),
  expiresAt: Instant.optional(),
});
export type CreateApiKey = z.infer<typeof CreateApiKey>;
