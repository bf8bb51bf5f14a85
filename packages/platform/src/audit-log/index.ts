export { auditLogRouter } from './audit-log.router.ts';
export { type AuditEntry, writeAudit } from './write-audit.ts';
