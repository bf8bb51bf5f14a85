import type { Provider } from '@ringfence/domain/connections';
import type { Caller, Tenancy } from '@ringfence/tenancy';
import { z } from 'zod';

/** A provider's way in, found by the id in its address before any tenant is known. */
export interface FoundConnection {
  readonly id: string;
  readonly caller: Caller;
  readonly secretSealed: Buffer;
  readonly isEnabled: boolean;
}

interface Row {
  readonly org_id: string;
  readonly provider: Provider;
  readonly secret_sealed: Buffer;
  readonly enabled: boolean;
}

/** Null alike for an id that is none, one that nobody has, and one of another provider. */
export async function findConnection(
  tenancy: Pick<Tenancy, 'lookup'>,
  provider: Provider,
  connectionId: string,
): Promise<FoundConnection | null> {
  const id = z.uuid().safeParse(connectionId);
  const [row] = id.success ? await tenancy.lookup<Row>('find_connection', id.data) : [];
  if (!id.success || !row || row.provider !== provider) return null;
  return {
    id: id.data.toLowerCase(),
    caller: { orgId: row.org_id, actor: { kind: 'connection', id: id.data.toLowerCase() } },
    secretSealed: row.secret_sealed,
    isEnabled: row.enabled,
  };
}
