import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from './frame-route.ts';

/** The articles, and beside them the one that the address names. */
export const knowledgeRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/knowledge/{-$articleId}',
  component: lazyRouteComponent(() => import('./knowledge-page.tsx'), 'KnowledgePage'),
});
