import { StatementFailed } from '../statement-failed.ts';
import { TenantRefused } from '../tenant-refused.ts';
import type { Entrant } from './entrant.ts';
import { isOfEntrant } from './is-of-entrant.ts';

/** operator_intervention that ends a session, connection_exception, and a socket's own codes, which aren't five signs. */
const LOST = /^57P|^08|^(?!.{5}$)/;

/**
 * Whether an entry failed for what others had left on its connection, so that it may be tried once more. Of a connection that was lost
 * nobody knows whether the statements behind the entry were committed: only reads go again.
 */
export function isInTheWay({ access }: Entrant, failure: unknown): boolean {
  if (isOfEntrant(failure)) return false;
  if (failure instanceof TenantRefused) return true;
  return failure instanceof StatementFailed && (access === 'read' || !LOST.test(failure.code));
}
