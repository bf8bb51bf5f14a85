import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from './frame-route.ts';

/** The connections, and beside them the one that the address names. */
export const connectionsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/connections/{-$connectionId}',
  component: lazyRouteComponent(() => import('./connections-page.tsx'), 'ConnectionsPage'),
});
