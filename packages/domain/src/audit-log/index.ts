export { AUDIT_ACTIONS, type AuditAction } from './audit-action.ts';
export type { AuditDetail } from './audit-detail.ts';
export { AUDIT_KINDS, type AuditKind } from './audit-kind.ts';
export { ListAuditLog } from './list-audit-log.ts';
