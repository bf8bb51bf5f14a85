import type { SignedIn } from '../tokens/signed-in.ts';

/** A request that came to nothing where it may have reached for another organisation. */
export interface Miss {
  readonly signedIn: SignedIn;
  readonly procedure: string;
  /**
   * `missing`: ids were named, and what was asked for isn't there. `not-admitted`: the organisation of the token doesn't let its holder
   * in. `refused-write`: a policy of the database refused a row.
   */
  readonly how: 'missing' | 'not-admitted' | 'refused-write';
  /** Every id that the input names, known here or not. */
  readonly ids: readonly string[];
}
