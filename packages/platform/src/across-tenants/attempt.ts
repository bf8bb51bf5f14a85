import type { Actor } from '@ringfence/tenancy';

/** What may have been an attempt to cross into another organisation: who tried what, and from where. */
export interface Attempt {
  /** `unexamined` stands for more of them than are looked into. */
  readonly how: 'missing' | 'not-admitted' | 'refused-write' | 'unexamined';
  readonly surface: 'procedure' | 'job';
  readonly actor: Actor;
  /** Where the actor says to belong; null for a token that names no organisation. */
  readonly orgId: string | null;
  readonly procedure: string;
  readonly address: string | null;
  /** Ids that were named; most are one's own, or nobody's. */
  readonly ids: readonly string[];
  readonly count: number;
}
