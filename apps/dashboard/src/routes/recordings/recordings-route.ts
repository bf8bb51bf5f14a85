import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readQueueFilters } from '../../features/recordings/read-queue-filters.ts';
import { frameRoute } from '../frame-route.ts';

/** `/recordings?state=failed`: what isn't stored, and why. */
export const recordingsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/recordings',
  validateSearch: readQueueFilters,
  component: lazyRouteComponent(() => import('./recordings-page.tsx'), 'RecordingsPage'),
});
