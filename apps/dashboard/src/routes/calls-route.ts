import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readCallFilters } from '../features/calls/read-call-filters.ts';
import { frameRoute } from './frame-route.ts';

/** `/calls?direction=inbound&status=missed`: the filters live in the address. */
export const callsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/calls',
  validateSearch: readCallFilters,
  component: lazyRouteComponent(() => import('./calls-page.tsx'), 'CallsPage'),
});
