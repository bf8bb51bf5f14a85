import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from './frame-route.ts';

export const callRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/calls/$callId',
  component: lazyRouteComponent(() => import('./call-page.tsx'), 'CallPage'),
});
