export { CreateOrganization } from './create-organization.ts';
export { SwitchOrganization } from './switch-organization.ts';
export { UpdateOrganization } from './update-organization.ts';
