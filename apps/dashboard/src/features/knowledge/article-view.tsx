import { Moment } from '../../ui/time/moment.tsx';
import type { Article } from './article.ts';
import { ArticleState } from './article-state.tsx';
import { Markdown } from './markdown.tsx';

/** One article to read. */
export function ArticleView({ article }: { readonly article: Article }) {
  return (
    <article className="max-w-152 px-5 pt-3.5 pb-8 text-read text-pretty max-tablet:px-4">
      <p className="flex items-center gap-2.5 pb-2 text-body">
        <ArticleState isActive={article.active} as="badge" />
        <span className="text-muted-foreground">
          Changed <Moment at={article.updatedAt} show="day" />
        </span>
      </p>
      <h2 className="text-headline font-semibold tracking-[-0.012em]">{article.title}</h2>
      <Markdown body={article.body} />
    </article>
  );
}
