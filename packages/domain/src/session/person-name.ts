import { z } from 'zod';

/** What members of one's organisations see. */
export const PersonName = z.string().trim().min(1).max(200);
