import { createRoute, redirect } from '@tanstack/react-router';
import { rootRoute } from './root-route.ts';

/** `/` is no page: the calls are where one begins. */
export const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/calls', replace: true });
  },
});
