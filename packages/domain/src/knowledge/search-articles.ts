import { z } from 'zod';
import { Page } from '../page.ts';

/** What to look for in knowledge articles: any of the words, by their beginnings. */
export const SearchArticles = Page.extend({ query: z.string().trim().min(1).max(200) });
export type SearchArticles = z.infer<typeof SearchArticles>;
