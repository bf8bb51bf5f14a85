import type { Tenancy, Trips } from '@ringfence/tenancy';
import type { SignedIn } from '../tokens/signed-in.ts';
import type { Miss } from './miss.ts';

/** What procedures need of the world outside the database. Empty here: whoever writes procedures adds to it by declaration merging. */
// oxlint-disable-next-line no-empty-interface, no-empty-object-type
export interface Outside {}

/** What a server hands to every procedure of one request. */
export interface RequestContext {
  readonly tenancy: Tenancy;
  /** The request's journeys to the database: its queries share them. */
  readonly trips: Trips;
  readonly outside: Outside;
  /** Verifies the request's bearer token, once however often it is asked. @throws TokenRefused */
  readonly identify: () => Promise<SignedIn>;
  /** Told of what may have been an attempt to cross; must return at once, and never throws. */
  readonly onMiss?: (miss: Miss) => void;
  /** Told with an internal error, and in the log. */
  readonly requestId: string;
}
