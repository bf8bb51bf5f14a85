import type { LeadRole } from '../organizations/demo-lead.ts';

/** Who is at the other end. `address` is a number, a SIP address, or `anonymous`. */
export interface Party {
  readonly address: string;
  readonly name: string;
  readonly role: LeadRole;
  /** The property it is about, as spoken. */
  readonly property: string | null;
}
