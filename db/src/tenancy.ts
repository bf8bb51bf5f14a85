import { Forbidden, NotAdmitted, Unavailable } from '@ringfence/domain';
import { deriveKey, type Guards, openTenancy, StatementFailed, type Tenancy, TenantRefused } from '@ringfence/tenancy';

export interface RingfenceTenancyOptions {
  readonly connectionString: string;
  readonly secretKey: Buffer;
  readonly applicationName: string;
  readonly maxConnections?: number;
  readonly guards?: Guards | undefined;
}

/** The kernel bound to our schema: its refusals become ours. @throws NotAdmitted where an actor doesn't belong, Unavailable without a database. */
export function openRingfenceTenancy({ secretKey, ...options }: RingfenceTenancyOptions): Tenancy {
  return openTenancy({ ...options, translate, contextKey: deriveKey(secretKey, 'context') });
}

/** A context that was refused for itself (TN001, TN002) is a bug or a wrong key of ours: it must not look like a membership that ended. */
function translate(error: unknown): unknown {
  if (error instanceof TenantRefused && error.code === 'TN003') return new NotAdmitted();
  if (error instanceof TenantRefused && error.code === 'TN004') return new Forbidden('Your role in this organisation does not allow that.');
  const isAway = error instanceof StatementFailed && isLost(error.code);
  return isAway ? new Unavailable('The database could not be reached. Try again in a moment.') : error;
}

/** Connection exceptions, a server that shuts down or is full, and the socket's own codes. */
function isLost(code: string): boolean {
  return code.startsWith('08') || code.startsWith('57P') || code === '53300' || /^E[A-Z]+$/.test(code);
}
