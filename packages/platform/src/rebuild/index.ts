export type { FieldChange } from './differing-fields.ts';
export type { RebuildChange, RebuildReport } from './rebuild-report.ts';
export { rebuildOrganization } from './rebuild-organization.ts';
