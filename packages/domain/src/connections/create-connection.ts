import { z } from 'zod';
import { PROVIDERS } from './provider.ts';

/**
 * A provider's way in. `secret` proves that a message is genuine (Twilio: the account's auth token; made here when missing),
 * `fetchKey` gets the sound (Vapi), `accountId` is the provider's name for the account (Twilio: AccountSid).
 */
export const CreateConnection = z.strictObject({
  provider: z.enum(PROVIDERS),
  name: z.string().trim().min(1).max(120),
  secret: z.string().min(8).max(500).optional(),
  fetchKey: z.string().min(8).max(500).optional(),
  accountId: z.string().min(1).max(100).optional(),
});
export type CreateConnection = z.infer<typeof CreateConnection>;
