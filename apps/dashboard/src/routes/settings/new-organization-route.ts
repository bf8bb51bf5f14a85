import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../frame-route.ts';

export const newOrganizationRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/new-organization',
  component: lazyRouteComponent(() => import('./new-organization-page.tsx'), 'NewOrganizationPage'),
});
