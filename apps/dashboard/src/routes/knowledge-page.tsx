import { getRouteApi, Link } from '@tanstack/react-router';
import { ChevronLeft } from 'lucide-react';
import { useCallback } from 'react';
import { ArticleList } from '../features/knowledge/article-list.tsx';
import { ArticleView } from '../features/knowledge/article-view.tsx';
import { useArticles } from '../features/knowledge/use-articles.ts';
import { useOrganization } from '../features/organizations/use-organization.ts';
import { BesideSkeleton } from '../ui/beside-skeleton.tsx';
import { Beside } from '../ui/beside.tsx';
import { Blank } from '../ui/blank.tsx';
import { Button } from '../ui/button.tsx';
import { Crumb, Crumbs } from '../ui/crumbs.tsx';
import { FailedPart } from '../ui/failed-part.tsx';
import { LoadMore } from '../ui/load-more.tsx';
import { useHotkeys } from '../ui/use-hotkeys.ts';
import { usePageTitle } from '../ui/use-page-title.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { useSearchCalls } from './use-search-calls.ts';

const route = getRouteApi('/frame/knowledge/{-$articleId}');

export function KnowledgePage() {
  const { articleId } = route.useParams();
  const organization = useOrganization();
  const articles = useArticles();
  const { fetchNextPage } = articles;
  const loadMore = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const loaded = articles.data?.pages.flatMap((page) => page.items) ?? [];
  const chosen = articleId ? loaded.find((article) => article.id === articleId) : loaded[0];
  usePageTitle(articleId ? chosen?.title : null, 'Knowledge base', organization.data?.name);
  useHotkeys({ '/': useSearchCalls() });
  if (articleId && !chosen && articles.data && !articles.hasNextPage) return <NotFoundPage />;
  return (
    <>
      <Crumbs>
        <Crumb>Knowledge base</Crumb>
        {chosen ? <Crumb>{chosen.title}</Crumb> : null}
      </Crumbs>
      {articles.isPending || organization.isPending ? (
        <BesideSkeleton title="Knowledge base" />
      ) : articles.isError && loaded.length === 0 ? (
        <FailedPart
          title="The articles could not be loaded"
          advice="Nothing is lost. Check your connection, then load them again."
          onRetry={() => void articles.refetch()}
        />
      ) : loaded.length === 0 ? (
        <Blank title="No articles yet">What agents should know and say stands here: one article for each question that callers ask.</Blank>
      ) : (
        <Beside
          title="Knowledge base"
          back={
            <Button asChild look="ghost">
              <Link to="/knowledge/{-$articleId}" params={{ articleId: undefined }}>
                <ChevronLeft />
                Knowledge base
              </Link>
            </Button>
          }
          hasDetail={articleId !== undefined}
          list={
            <>
              <ArticleList articles={loaded} chosenId={chosen?.id} />
              <LoadMore
                hasMore={articles.hasNextPage}
                isLoading={articles.isFetchingNextPage}
                isFailed={articles.isFetchNextPageError}
                onMore={loadMore}
                label="Load older articles"
              />
            </>
          }
          detail={chosen ? <ArticleView article={chosen} /> : null}
        />
      )}
    </>
  );
}
