import type { Tenancy } from '@ringfence/tenancy';
import { sql } from 'drizzle-orm';
import type { SoakMember } from './soak-database.ts';

/** How many connections can be had at the same time: all of them, unless some never came back. */
export async function heldConnections(tenancy: Tenancy, members: readonly SoakMember[], expected: number): Promise<number> {
  const held = new Set<unknown>();
  const all = Promise.withResolvers<void>();
  const holding = members.slice(0, expected).map(({ orgId, userId }) =>
    tenancy.inTenant({ orgId, actor: { kind: 'user', id: userId } }, async (db) => {
      const { rows } = await db.execute(sql`select pg_backend_pid() as pid`);
      held.add(rows[0]?.['pid']);
      if (held.size === expected) all.resolve();
      await all.promise;
    }),
  );
  await Promise.allSettled(holding);
  return held.size;
}
