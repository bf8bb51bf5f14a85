import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { rootRoute } from './root-route.ts';

/** The frame around every page for which one must be signed in. */
export const frameRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'frame',
  beforeLoad: async ({ context, location }) => {
    const state = await context.session.restore();
    const search = location.href === '/calls' ? {} : { from: location.href };
    if (state.kind !== 'signed-in') throw redirect({ to: '/sign-in', search, replace: true });
  },
  component: lazyRouteComponent(() => import('./frame.tsx'), 'Frame'),
});
