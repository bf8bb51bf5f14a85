import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { returnAddress } from '../features/session/return-address.ts';
import { rootRoute } from './root-route.ts';

/** The way in. Whoever is signed in already goes on to where they wanted to be. */
export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { from?: string } =>
    typeof search['from'] === 'string' ? { from: search['from'] } : {},
  beforeLoad: async ({ context, search }) => {
    const state = await context.session.restore();
    if (state.kind === 'signed-in') throw redirect({ href: returnAddress(search.from, location.origin), replace: true });
  },
  component: lazyRouteComponent(() => import('./sign-in-page.tsx'), 'SignInPage'),
});
