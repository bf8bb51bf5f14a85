import type { SearchArticles } from '@ringfence/domain/knowledge';
import { knowledgeBase } from '@ringfence/db/schema';
import type { TenantReader } from '@ringfence/tenancy';
import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { readCursor } from '../paging/cursor.ts';
import { DEFAULT_LIMIT, takePage } from '../paging/take-page.ts';

/**
 * A page of knowledge articles, those that answer best first. An article's score comes of its own words alone, so that it stays the same
 * whatever else there is. @throws InvalidInput for a cursor that isn't this organisation's.
 */
export async function searchArticles(db: TenantReader, { query, cursor, limit = DEFAULT_LIMIT }: SearchArticles) {
  const score = sql<number>`public.score_article(${knowledgeBase.title}, ${knowledgeBase.body}, ${query})`;
  const rows = await db
    .select({
      id: knowledgeBase.id,
      title: knowledgeBase.title,
      body: knowledgeBase.body,
      active: knowledgeBase.active,
      updatedAt: knowledgeBase.updatedAt,
      score,
    })
    .from(knowledgeBase)
    .where(
      and(
        eq(knowledgeBase.orgId, db.orgId),
        inArray(knowledgeBase.id, sql`(select found from public.search_articles(${query}) as found)`),
        cursor === undefined ? undefined : below(score, db.orgId, cursor),
      ),
    )
    .orderBy(desc(score), desc(knowledgeBase.id))
    .limit(limit + 1);
  return takePage(db.orgId, rows, limit, (article) => ({ at: new Date(article.score), id: article.id }));
}

/** Where other lists' cursors hold a time in milliseconds, these hold a score. */
function below(score: SQL<number>, orgId: string, cursor: string): SQL {
  const place = readCursor(orgId, cursor);
  return sql`(${score}, ${knowledgeBase.id}) < (${place.at.getTime()}::bigint, ${place.id}::uuid)`;
}
