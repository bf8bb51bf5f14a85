import { benchTenant } from '../data/bench-tenant.ts';

/** How many calls there are to search in. A tenth is one organisation's, the rest is spread evenly. */
export interface SearchedData {
  readonly calls: number;
  readonly organizations: number;
}

/** Who searches, by how much is theirs. */
export const SEARCHERS = { 'a tenth of all calls': benchTenant(0), 'a thousandth': benchTenant(1) };

/** What is looked for: words by their beginnings, digits anywhere in a number. */
export interface Search {
  readonly kind: 'words' | 'digits';
  readonly text: string;
}

export const SEARCHES: Readonly<Record<string, Search>> = {
  'a word that nobody used': { kind: 'words', text: 'zebra' },
  'a rare word': { kind: 'words', text: '4711' },
  'a common word': { kind: 'words', text: 'mirato' },
  'a word of every call': { kind: 'words', text: 'about' },
  'six digits of a number': { kind: 'digits', text: '550777' },
};
