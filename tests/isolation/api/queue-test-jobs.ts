import type { SeededOrganization } from '@ringfence/testing/organizations';
import type { TestPlatform } from '@ringfence/testing/platform';
import { sql } from 'drizzle-orm';

/** Two jobs of a name that no worker knows: they wait. */
export async function queueTestJobs({ tenancies }: TestPlatform, { owner }: SeededOrganization): Promise<void> {
  await tenancies.app.inTenant(owner, (db) =>
    Promise.all(['one', 'two'].map((key) => db.execute(sql`select public.enqueue_job('test', '{}', 1, ${key})`))),
  );
}
