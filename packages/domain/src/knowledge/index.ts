export { CreateArticle } from './create-article.ts';
export { SearchArticles } from './search-articles.ts';
export { ListArticles } from './list-articles.ts';
