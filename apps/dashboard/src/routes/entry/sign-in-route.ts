import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { leadOn } from './lead-on.ts';
import { readFrom } from './read-from.ts';
import { rootRoute } from '../root-route.ts';

/** The way in. */
export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: readFrom,
  beforeLoad: ({ context, search }) => leadOn(context, search.from),
  component: lazyRouteComponent(() => import('./sign-in-page.tsx'), 'SignInPage'),
});
