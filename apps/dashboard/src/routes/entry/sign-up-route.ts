import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { leadOn } from './lead-on.ts';
import { readFrom } from './read-from.ts';
import { rootRoute } from '../root-route.ts';

/** The way in for somebody new. */
export const signUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-up',
  validateSearch: readFrom,
  beforeLoad: ({ context, search }) => leadOn(context, search.from),
  component: lazyRouteComponent(() => import('./sign-up-page.tsx'), 'SignUpPage'),
});
