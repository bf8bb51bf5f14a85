export { seedOrganization, type SeededOrganization } from './seed-organization.ts';
