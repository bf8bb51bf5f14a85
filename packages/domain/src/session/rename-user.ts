import { z } from 'zod';
import { PersonName } from './person-name.ts';

/** Another name for oneself. */
export const RenameUser = z.strictObject({ name: PersonName });
export type RenameUser = z.infer<typeof RenameUser>;
