/** Attempts to cross into another organisation, and everything else that was done. */
export const AUDIT_KINDS = ['crossing', 'changes'] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];
