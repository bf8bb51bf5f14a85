export { CreateOrganization } from './create-organization.ts';
