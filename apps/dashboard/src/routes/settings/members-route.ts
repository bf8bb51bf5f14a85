import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../frame-route.ts';

export const membersRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/settings/members',
  component: lazyRouteComponent(() => import('./members-page.tsx'), 'MembersPage'),
});
