import type { Subject } from './subject.ts';

/** Somebody as an outside issuer's token tells of them. */
export interface ToldPerson extends Subject {
  /** Proven by the issuer. */
  readonly email: string | null;
  readonly name: string | null;
  /** Told by an issuer that names our users by their ids. */
  readonly userId?: string;
}
