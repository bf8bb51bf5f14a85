import { StatementFailed } from '../statement-failed.ts';
import { TenantRefused } from '../tenant-refused.ts';

/** A refused entry told as one; whatever else failed is given back as it is. */
export function asRefusal(error: unknown): unknown {
  return error instanceof StatementFailed && TenantRefused.isCode(error.code) ? new TenantRefused(error.code) : error;
}
