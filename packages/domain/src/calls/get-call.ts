import { z } from 'zod';

export const GetCall = z.strictObject({ id: z.uuid() });
export type GetCall = z.infer<typeof GetCall>;
