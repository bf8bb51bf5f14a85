export { acrossTenants, type Crossing } from './across-tenants.ts';
