import { ListArticles, SearchArticles } from '@ringfence/domain/knowledge';
import { protectedOrgProcedure, router } from '@ringfence/identity/trpc';
import { listArticles } from './list-articles.ts';
import { searchArticles } from './search-articles.ts';

export const knowledgeRouter = router({
  /** Articles, last changed first. Everybody. */
  list: protectedOrgProcedure
    .meta({ permission: 'knowledge.read' })
    .input(ListArticles.default({}))
    .query(({ ctx, input }) => listArticles(ctx.db, input)),
  /** Articles that hold a word of the query, those that answer best first. Everybody. */
  search: protectedOrgProcedure
    .meta({ permission: 'knowledge.read' })
    .input(SearchArticles)
    .query(({ ctx, input }) => searchArticles(ctx.db, input)),
});
