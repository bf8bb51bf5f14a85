export { procedureInTenant } from './procedure-in-tenant.ts';
