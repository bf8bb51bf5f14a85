import { z } from 'zod';

/** Asks for another of one's own organisations. */
// oxlint-disable-next-line ringfence/no-org-in-input -- it only names the next token's organisation, after a look whether one belongs there
export const SwitchOrganization = z.strictObject({ orgId: z.uuid() });
export type SwitchOrganization = z.infer<typeof SwitchOrganization>;
