import { z } from 'zod';
import { ROLES } from './role.ts';

/** Makes a user a member, or changes the role of one. */
export const AddMember = z.strictObject({ userId: z.uuid(), role: z.enum(ROLES) });
export type AddMember = z.infer<typeof AddMember>;
