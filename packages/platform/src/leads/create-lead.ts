import { Conflict } from '@ringfence/domain';
import { CreateLead } from '@ringfence/domain/leads';
import { leads } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';

/** Adds a lead; calls from and to its number show it from then on. @throws Conflict if this organisation has that number already. */
export async function createLead(db: TenantDb, input: CreateLead): Promise<{ id: string }> {
  const [lead] = await db
    .insert(leads)
    .values({ ...CreateLead.parse(input), orgId: db.orgId })
    .onConflictDoNothing({ target: [leads.orgId, leads.phone] })
    .returning({ id: leads.id });
  if (!lead) throw new Conflict('There is a lead with this phone number already.');
  return lead;
}
