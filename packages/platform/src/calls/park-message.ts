import { providerEvents } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';
import { and, count, eq } from 'drizzle-orm';
import { keepMessage, type KeptAs } from './keep-message.ts';
import { lockKeys } from './lock-keys.ts';
import type { ProviderMessage } from './provider-message.ts';

/** How many messages that nobody understood one connection may keep. */
const PARKED_LIMIT = 1000;

/** Keeps a genuine message that wasn't understood, while there is room. */
export async function parkMessage(db: TenantDb, message: ProviderMessage, kept: KeptAs): Promise<'parked' | 'parked-full' | 'duplicate'> {
  await lockKeys(db, [`parked:${message.connectionId}`]);
  const parked = await db
    .select({ total: count() })
    .from(providerEvents)
    .where(
      and(eq(providerEvents.orgId, db.orgId), eq(providerEvents.connectionId, message.connectionId), eq(providerEvents.outcome, 'parked')),
    );
  if ((parked[0]?.total ?? 0) >= PARKED_LIMIT) return 'parked-full';
  return (await keepMessage(db, message, kept)) ? 'parked' : 'duplicate';
}
