import type { Caller } from '../caller.ts';
import { type TenantReader, tenantDb } from '../drizzle/tenant-db.ts';
import type { Entrant } from './entrant.ts';
import type { EntryOptions } from './entry-options.ts';
import type { EntrySettings } from './entry-settings.ts';
import { Reads } from './reads.ts';
import { Trips } from './trips.ts';
import { within } from './within.ts';
import { WorkClient } from './work-client.ts';

/** Reads as an entrant; see `Tenancy.readInTenant`. */
export async function readInTenant<T>(
  settings: EntrySettings,
  caller: Caller,
  work: (db: TenantReader) => Promise<T>,
  options: EntryOptions,
): Promise<T> {
  const { trips = new Trips(), signal } = options;
  const roles = options.roles ?? null;
  const entrant: Entrant = { caller, access: 'read', roles };
  const { orgId, actor } = caller;
  const reads = trips.once(`${orgId}.${actor.kind}.${actor.id}.${roles?.join()}`, () => new Reads(settings, entrant, trips));
  const client = new WorkClient(entrant, reads, settings);
  try {
    return await within(
      settings.limitMs,
      signal,
      () => work(tenantDb(client)),
      (because) => client.end(because),
    );
  } finally {
    // Who doesn't belong is refused, whether or not anything was asked.
    if (!client.hasAsked) await client.role();
    client.end('its work is over');
  }
}
