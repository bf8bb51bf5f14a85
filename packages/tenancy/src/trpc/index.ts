export { namedIds } from './named-ids.ts';
export { procedureInTenant } from './procedure-in-tenant.ts';
export { type OnMiss, tellMiss } from './tell-miss.ts';
