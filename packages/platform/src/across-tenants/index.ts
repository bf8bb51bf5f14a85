export { acrossTenants, type Crossing } from './across-tenants.ts';
export type { Attempt } from './attempt.ts';
export { createTrail, type Trail, type TrailOptions } from './create-trail.ts';
export { findFirstOwner } from './find-first-owner.ts';
export { noteRefusals } from './note-refusals.ts';
export { type LongCrossing, withinTenant } from './within-tenant.ts';
