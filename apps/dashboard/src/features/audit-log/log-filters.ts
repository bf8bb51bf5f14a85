import type { AuditKind } from '@ringfence/domain/audit-log';

/** What the address says of the log: `?kind=crossing&from=2026-11-17`. Days are the organisation's, `to` is the last one shown. */
export interface LogFilters {
  readonly kind?: AuditKind | undefined;
  readonly action?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}
