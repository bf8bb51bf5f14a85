import type { CallEvent } from '@ringfence/domain/calls';
import { providerEvents } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import type { ProviderMessage } from './provider-message.ts';

export interface KeptAs {
  readonly dedupeKey: string;
  readonly kind: string;
  readonly outcome: 'applied' | 'ignored' | 'parked';
  readonly parkedReason?: string;
  readonly occurredAt?: CallEvent['occurredAt'];
  /** The provider's id of the leg it tells of. */
  readonly reference?: string | null;
}

/** Keeps a message byte for byte; gives its id, or null when the same one is there already. A copy in flight is waited for. */
export async function keepMessage(db: TenantDb, message: ProviderMessage, kept: KeptAs): Promise<string | null> {
  const [row] = await db
    .insert(providerEvents)
    .values({
      orgId: db.orgId,
      connectionId: message.connectionId,
      reference: kept.reference,
      dedupeKey: kept.dedupeKey,
      kind: kept.kind,
      outcome: kept.outcome,
      parkedReason: kept.parkedReason,
      contentType: message.contentType,
      body: message.body,
      occurredAt: kept.occurredAt ?? null,
      receivedAt: message.receivedAt,
      source: message.source ?? 'callback',
    })
    .onConflictDoNothing({ target: [providerEvents.orgId, providerEvents.connectionId, providerEvents.dedupeKey] })
    .returning({ id: providerEvents.id });
  return row?.id ?? null;
}
