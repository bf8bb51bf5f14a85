import { Link } from '@tanstack/react-router';
import { LIST_LINK } from '../../ui/list-link.ts';
import { Moment } from '../../ui/time/moment.tsx';
import type { Article } from './article.ts';
import { ArticleState } from './article-state.tsx';
import { firstSentence } from './first-sentence.ts';

interface ArticleListProps {
  readonly articles: readonly Article[];
  readonly chosenId: string | undefined;
}

export function ArticleList({ articles, chosenId }: ArticleListProps) {
  return (
    <ul className="grid gap-px px-2 pb-2">
      {articles.map((article) => (
        <li key={article.id}>
          <Link
            to="/knowledge/{-$articleId}"
            params={{ articleId: article.id }}
            data-chosen={article.id === chosenId}
            aria-current={article.id === chosenId ? 'page' : undefined}
            className={LIST_LINK}
          >
            <b className="truncate font-strong">{article.title}</b>
            <Moment at={article.updatedAt} show="day" className="text-caption leading-5 text-muted-foreground" />
            <span className="col-span-2 line-clamp-2 text-caption leading-4.5 text-muted-foreground">{firstSentence(article.body)}</span>
            <span className="col-span-2 pt-0.5 text-caption leading-5">
              <ArticleState isActive={article.active} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
