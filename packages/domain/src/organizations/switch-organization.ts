import { z } from 'zod';

/** Asks for another of one's own organisations. */
export const SwitchOrganization = z.strictObject({ orgId: z.uuid() });
export type SwitchOrganization = z.infer<typeof SwitchOrganization>;
