import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../root-route.ts';
import { readTokenOf } from './read-token-of.ts';

/** Where an invitation's link leads, signed in or not: `/invitations/accept?token=…`. */
export const acceptInvitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invitations/accept',
  validateSearch: readTokenOf,
  beforeLoad: async ({ context }) => {
    await context.session.restore();
  },
  component: lazyRouteComponent(() => import('./accept-invitation-page.tsx'), 'AcceptInvitationPage'),
});
