import { ListArticles } from '@ringfence/domain/knowledge';
import { protectedOrgProcedure, router } from '@ringfence/identity/trpc';
import { listArticles } from './list-articles.ts';

export const knowledgeRouter = router({
  /** Articles, last changed first. Everybody. */
  list: protectedOrgProcedure
    .meta({ permission: 'knowledge.read' })
    .input(ListArticles.default({}))
    .query(({ ctx, input }) => listArticles(ctx.db, input)),
});
