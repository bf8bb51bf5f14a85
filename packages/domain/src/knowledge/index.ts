export { CreateArticle } from './create-article.ts';
export { ListArticles } from './list-articles.ts';
