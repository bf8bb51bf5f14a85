import type { ListLeads } from '@ringfence/domain/leads';
import { calls, leads } from '@ringfence/db/schema';
import type { TenantReader } from '@ringfence/tenancy';
import { and, desc, eq, sql } from 'drizzle-orm';
import { after } from '../paging/after.ts';
import { DEFAULT_LIMIT, takePage } from '../paging/take-page.ts';

/** A page of leads, newest first, with how often and when last they were on the phone. */
export async function listLeads(db: TenantReader, input: ListLeads) {
  const limit = input.limit ?? DEFAULT_LIMIT;
  const ofThisLead = and(eq(calls.orgId, leads.orgId), eq(calls.partyNumber, leads.phone));
  const rows = await db
    .select({
      id: leads.id,
      name: leads.name,
      phone: leads.phone,
      email: leads.email,
      note: leads.note,
      createdAt: leads.createdAt,
      callCount: sql<number>`(select count(*)::integer from ${calls} where ${ofThisLead})`,
      lastCallAt: sql<Date | null>`(select max(${calls.startedAt}) from ${calls} where ${ofThisLead})`.mapWith(calls.startedAt),
    })
    .from(leads)
    .where(and(eq(leads.orgId, db.orgId), after(db.orgId, input.cursor, leads.createdAt, leads.id)))
    .orderBy(desc(leads.createdAt), desc(leads.id))
    .limit(limit + 1);
  return takePage(db.orgId, rows, limit, (lead) => ({ at: lead.createdAt, id: lead.id }));
}
