import { Forbidden, NotAdmitted, Unavailable } from '@ringfence/domain';
import { deriveKey, openTenancy, StatementFailed, type Tenancy, TenantRefused } from '@ringfence/tenancy';

export interface RingfenceTenancyOptions {
  readonly connectionString: string;
  readonly secretKey: Buffer;
  readonly applicationName: string;
  readonly maxConnections?: number;
}

/** The kernel bound to our schema: its refusals become ours. @throws NotAdmitted where an actor doesn't belong, Unavailable without a database. */
export function openRingfenceTenancy({ secretKey, ...options }: RingfenceTenancyOptions): Tenancy {
  const tenancy = openTenancy({ ...options, contextKey: deriveKey(secretKey, 'context') });
  return {
    inTenant: (caller, work, how) => tenancy.inTenant(caller, work, how).catch(translate),
    readInTenant: (caller, work, how) => tenancy.readInTenant(caller, work, how).catch(translate),
    lookup: <Row>(functionName: string, ...args: readonly (string | null)[]) => tenancy.lookup<Row>(functionName, ...args).catch(translate),
    close: () => tenancy.close(),
  };
}

/** A context that was refused for itself (TN001, TN002) is a bug or a wrong key of ours: it must not look like a membership that ended. */
function translate(error: unknown): never {
  if (error instanceof TenantRefused && error.code === 'TN003') throw new NotAdmitted();
  if (error instanceof TenantRefused && error.code === 'TN004') throw new Forbidden('Your role in this organisation does not allow that.');
  if (error instanceof StatementFailed && isLost(error.code))
    throw new Unavailable('The database could not be reached. Try again in a moment.');
  throw error;
}

/** Connection exceptions, a server that shuts down or is full, and the socket's own codes. */
function isLost(code: string): boolean {
  return code.startsWith('08') || code.startsWith('57P') || code === '53300' || /^E[A-Z]+$/.test(code);
}
