export { CreateOrganization } from './create-organization.ts';
export { SwitchOrganization } from './switch-organization.ts';
