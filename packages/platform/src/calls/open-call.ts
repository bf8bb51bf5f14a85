import type { CallEvent } from '@ringfence/domain/calls';
import { calls } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import type { ProviderMessage } from './provider-message.ts';

/** A call of which the first word just came; `deriveCall` fills in the rest from its legs. */
export async function openCall(db: TenantDb, message: ProviderMessage, event: CallEvent): Promise<string> {
  const [call] = await db
    .insert(calls)
    .values({
      orgId: db.orgId,
      connectionId: message.connectionId,
      direction: event.leg.direction ?? 'inbound',
      status: 'ringing',
      startedAt: event.leg.startedAt ?? message.receivedAt,
    })
    .returning({ id: calls.id });
  if (!call) throw new Error('an inserted call gave no row');
  return call.id;
}
