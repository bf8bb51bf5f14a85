import { createRoute, redirect } from '@tanstack/react-router';
import { frameRoute } from '../frame-route.ts';

/** `/settings` is no page: what everybody has comes first. */
export const settingsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/settings',
  beforeLoad: () => {
    throw redirect({ to: '/settings/profile', replace: true });
  },
});
