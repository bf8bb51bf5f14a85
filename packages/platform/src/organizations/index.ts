export { createOrganization } from './create-organization.ts';
export { listOrganizations, type ListedOrganization } from './list-organizations.ts';
export { listOrganizationsOfUser, type OrganizationOfUser } from './list-organizations-of-user.ts';
