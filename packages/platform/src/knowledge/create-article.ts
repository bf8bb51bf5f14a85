import { CreateArticle } from '@ringfence/domain/knowledge';
import { knowledgeBase } from '@ringfence/db/schema';
import type { TenantDb } from '@ringfence/tenancy';

/** Adds a knowledge article. */
export async function createArticle(db: TenantDb, input: CreateArticle): Promise<{ id: string }> {
  const [article] = await db
    .insert(knowledgeBase)
    .values({ ...CreateArticle.parse(input), orgId: db.orgId })
    .returning({ id: knowledgeBase.id });
  if (!article) throw new Error('an inserted article gave no row');
  return article;
}
