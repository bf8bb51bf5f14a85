import { Page } from '../page.ts';

/** Members, the longest membership first. */
export const ListMembers = Page;
export type ListMembers = Page;
