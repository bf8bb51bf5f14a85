import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readLogFilters } from '../../features/audit-log/read-log-filters.ts';
import { frameRoute } from '../frame-route.ts';

/** `/settings/security?kind=crossing&from=2026-11-17`: the filters live in the address. */
export const securityRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/settings/security',
  validateSearch: readLogFilters,
  component: lazyRouteComponent(() => import('./security-page.tsx'), 'SecurityPage'),
});
