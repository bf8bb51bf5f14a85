import type { Caller } from '@ringfence/tenancy';
import { numberedId } from './numbered-id.ts';

/** An organisation, its owner and its connection, by number. */
export interface BenchTenant {
  readonly orgId: string;
  readonly caller: Caller;
  readonly connectionId: string;
}

export function benchTenant(n: number): BenchTenant {
  const orgId = numberedId('organization', n);
  return { orgId, caller: { orgId, actor: { kind: 'user', id: numberedId('user', n) } }, connectionId: numberedId('connection', n) };
}
