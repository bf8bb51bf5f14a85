import { z } from 'zod';
import { ROLES } from './role.ts';

/** Gives a member another role. */
export const ChangeRole = z.strictObject({ userId: z.uuid(), role: z.enum(ROLES) });
export type ChangeRole = z.infer<typeof ChangeRole>;
