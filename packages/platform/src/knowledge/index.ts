export { createArticle } from './create-article.ts';
export { knowledgeRouter } from './knowledge.router.ts';
