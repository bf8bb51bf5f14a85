import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readJobFilters } from '../../features/jobs/read-job-filters.ts';
import { frameRoute } from '../frame-route.ts';

/** `/jobs?state=quarantined`: all that is done in the background. */
export const jobsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/jobs',
  validateSearch: readJobFilters,
  component: lazyRouteComponent(() => import('./jobs-page.tsx'), 'JobsPage'),
});
