import { Page } from '../page.ts';

/** Leads, newest first. */
export const ListLeads = Page;
export type ListLeads = Page;
