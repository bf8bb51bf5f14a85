import { randomUUID } from 'node:crypto';
import type { TenantDb } from '@ringfence/tenancy';
import { z } from 'zod';
import { enqueueCountWords } from './count-words.job.ts';
import { notes, tags } from './schema.ts';

export const WriteNote = z.strictObject({
  text: z.string().trim().min(1).max(10_000),
  tags: z.array(z.string().trim().min(1).max(40)).max(10),
});

/** Writes a note with its tags, and asks for its words to be counted: all or nothing, and together on the way. */
export async function writeNote(db: TenantDb, input: z.infer<typeof WriteNote>): Promise<{ id: string }> {
  const id = randomUUID();
  const tagged = [...new Set(input.tags)].map((name) => ({ orgId: db.orgId, noteId: id, name }));
  await Promise.all([
    db.insert(notes).values({ orgId: db.orgId, id, text: input.text }),
    ...(tagged.length > 0 ? [db.insert(tags).values(tagged)] : []),
    enqueueCountWords(db, id),
  ]);
  return { id };
}
