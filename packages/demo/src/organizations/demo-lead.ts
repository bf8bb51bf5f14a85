import type { CreateLead } from '@ringfence/domain/leads';

/** What somebody is to an organisation; a script says for whom it fits. Whoever isn't a lead is a `stranger`, and a desk of its own a `desk`. */
export const LEAD_ROLES = [
  'tenant',
  'former-tenant',
  'landlord',
  'applicant',
  'contractor',
  'patient',
  'insurer',
  'lab',
  'stranger',
  'desk',
] as const;
export type LeadRole = (typeof LEAD_ROLES)[number];

export interface DemoLead {
  readonly role: LeadRole;
  /** The property it is about, as spoken. */
  readonly address: string | null;
  readonly lead: CreateLead;
}
