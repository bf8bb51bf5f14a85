import { compile, type TenantReader } from '@ringfence/tenancy';
import { and, desc, eq, sql } from 'drizzle-orm';
import { notes, tags } from './schema.ts';

export interface ListedNote {
  readonly id: string;
  readonly text: string;
  readonly words: number | null;
  readonly tags: string[];
}

const selectNotes = compile<{ limit: number }, ListedNote[]>((query, given) =>
  query
    .select({
      id: notes.id,
      text: notes.text,
      words: notes.words,
      tags: sql<string[]>`coalesce(array_agg(${tags.name} order by ${tags.name}) filter (where ${tags.id} is not null), '{}')`,
    })
    .from(notes)
    .leftJoin(tags, and(eq(tags.orgId, notes.orgId), eq(tags.noteId, notes.id)))
    .where(eq(notes.orgId, given('orgId')))
    .groupBy(notes.orgId, notes.id)
    .orderBy(desc(notes.id))
    .limit(given('limit')),
);

export function listNotes(db: TenantReader, { limit }: { limit: number }): Promise<ListedNote[]> {
  return selectNotes(db, { limit });
}
