import { z } from 'zod';

/** A knowledge article; `body` is Markdown. Only active ones are given to agents. */
export const CreateArticle = z.strictObject({
  title: z.string().trim().min(1).max(200),
  body: z.string().max(100_000),
  active: z.boolean().default(true),
});
export type CreateArticle = z.input<typeof CreateArticle>;
