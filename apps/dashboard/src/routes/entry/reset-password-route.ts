import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readTokenOf } from './read-token-of.ts';
import { rootRoute } from '../root-route.ts';

/** Where the link of a mail leads: `/reset-password?token=…`. */
export const resetPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reset-password',
  validateSearch: readTokenOf,
  component: lazyRouteComponent(() => import('./reset-password-page.tsx'), 'ResetPasswordPage'),
});
