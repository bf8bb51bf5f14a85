import type { ListArticles } from '@ringfence/domain/knowledge';
import { knowledgeBase } from '@ringfence/db/schema';
import type { TenantReader } from '@ringfence/tenancy';
import { and, desc, eq } from 'drizzle-orm';
import { after } from '../paging/after.ts';
import { DEFAULT_LIMIT, takePage } from '../paging/take-page.ts';

/** A page of knowledge articles, last changed first. */
export async function listArticles(db: TenantReader, input: ListArticles) {
  const limit = input.limit ?? DEFAULT_LIMIT;
  const rows = await db
    .select({
      id: knowledgeBase.id,
      title: knowledgeBase.title,
      body: knowledgeBase.body,
      active: knowledgeBase.active,
      updatedAt: knowledgeBase.updatedAt,
    })
    .from(knowledgeBase)
    .where(and(eq(knowledgeBase.orgId, db.orgId), after(db.orgId, input.cursor, knowledgeBase.updatedAt, knowledgeBase.id)))
    .orderBy(desc(knowledgeBase.updatedAt), desc(knowledgeBase.id))
    .limit(limit + 1);
  return takePage(db.orgId, rows, limit, (article) => ({ at: article.updatedAt, id: article.id }));
}
