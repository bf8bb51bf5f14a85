import { z } from 'zod';
import { Instant } from '../instant.ts';
import { AUDIT_KINDS } from './audit-kind.ts';

/** The log, newest first. `from` (inclusive) and `to` (exclusive) are ISO 8601 with a zone; `action` is one of the dotted words. */
export const ListAuditLog = z.strictObject({
  kind: z.enum(['all', ...AUDIT_KINDS]).optional(),
  action: z.string().trim().min(1).max(100).optional(),
  from: Instant.optional(),
  to: Instant.optional(),
  cursor: z.string().max(500).optional(),
  limit: z.int().min(1).max(200).optional(),
});
export type ListAuditLog = z.infer<typeof ListAuditLog>;
