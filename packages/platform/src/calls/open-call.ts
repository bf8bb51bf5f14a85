import { calls } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { describeCall } from './describe-call.ts';
import type { ProviderMessage } from './provider-message.ts';

/** A call of which the first word just came, about its first leg. */
export async function openCall(db: TenantDb, message: ProviderMessage, leg: Parameters<typeof describeCall>[0][number]): Promise<string> {
  const [call] = await db
    .insert(calls)
    .values({ ...describeCall([leg], message.receivedAt), orgId: db.orgId, connectionId: message.connectionId })
    .returning({ id: calls.id });
  if (!call) throw new Error('an inserted call gave no row');
  return call.id;
}
