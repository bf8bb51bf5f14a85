import { Page } from '../page.ts';

/** Knowledge articles, last changed first. */
export const ListArticles = Page;
export type ListArticles = Page;
