import type { ListMembers } from '@ringfence/domain/members';
import { memberships } from '@ringfence/db/schema';
import type { TenantReader } from '@ringfence/tenancy';
import { and, asc, eq, gt } from 'drizzle-orm';
import type { ProceduresOutside } from '../outside/outside.ts';
import { readCursor } from '../paging/cursor.ts';
import { DEFAULT_LIMIT, takePage } from '../paging/take-page.ts';

/** A page of members, the longest membership first: their ids sort by time. Names and addresses come from the sign-in tables. */
export async function listMembers(db: TenantReader, outside: Pick<ProceduresOutside, 'findUsers'>, input: ListMembers) {
  const limit = input.limit ?? DEFAULT_LIMIT;
  const place = input.cursor === undefined ? undefined : readCursor(db.orgId, input.cursor);
  const rows = await db
    .select({ id: memberships.id, userId: memberships.userId, role: memberships.role, joinedAt: memberships.createdAt })
    .from(memberships)
    .where(and(eq(memberships.orgId, db.orgId), place && gt(memberships.id, place.id)))
    .orderBy(asc(memberships.id))
    .limit(limit + 1);
  const { items, nextCursor } = takePage(db.orgId, rows, limit, ({ joinedAt, id }) => ({ at: joinedAt, id }));
  const users = new Map((await outside.findUsers(items.map(({ userId }) => userId))).map((user) => [user.id, user]));
  return {
    items: items.map(({ userId, role, joinedAt }) => {
      const { name = null, email = null, issuer = null } = users.get(userId) ?? {};
      return { userId, name, email, role, joinedAt, issuer };
    }),
    nextCursor,
  };
}
