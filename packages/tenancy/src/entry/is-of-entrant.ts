import { TenantRefused } from '../tenant-refused.ts';

/**
 * Whether an entry failed for who wished to enter. Otherwise the connection is unfit: a setting that outlived its transaction may stand
 * in everybody's way.
 */
export function isOfEntrant(failure: unknown): boolean {
  return failure instanceof TenantRefused && failure.code !== 'TN002';
}
