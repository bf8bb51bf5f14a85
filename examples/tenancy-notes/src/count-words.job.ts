import type { TenantDb } from '@ringfence/tenancy';
import { tenantTask } from '@ringfence/tenancy/worker';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { notes } from './schema.ts';

const countWordsJob = { name: 'count-words', payload: z.strictObject({ noteId: z.uuid() }) };
const MOST_ATTEMPTS = 5;

/** Puts the job into the queue, with the transaction that asks for it. The database stamps the organisation on it. */
export async function enqueueCountWords(db: TenantDb, noteId: string): Promise<void> {
  const payload = JSON.stringify({ noteId });
  await db.execute(sql`select public.enqueue_job(${countWordsJob.name}, ${payload}::jsonb, ${MOST_ATTEMPTS}, ${noteId})`);
}

/** Counts the words of one note. Running it twice comes to the same. */
export const countWords = tenantTask<typeof countWordsJob, null>(countWordsJob, async ({ tenant, payload }) => {
  const counted = await tenant((db) =>
    db
      .update(notes)
      .set({ words: sql`cardinality(regexp_split_to_array(trim(${notes.text}), '\\s+'))` })
      .where(and(eq(notes.orgId, db.orgId), eq(notes.id, payload.noteId)))
      .returning({ id: notes.id }),
  );
  return { notes: counted.length };
});
