import { z } from 'zod';

/**
 * Gives a connection a new secret, a new fetch key, or both. With neither a secret is made here; with a fetch key alone the secret stays.
 * `secret` and `fetchKey` as in `CreateConnection`.
 */
export const RotateSecret = z.strictObject({
  id: z.uuid(),
  secret: z.string().min(8).max(500).optional(),
  fetchKey: z.string().min(8).max(500).optional(),
});
export type RotateSecret = z.infer<typeof RotateSecret>;
