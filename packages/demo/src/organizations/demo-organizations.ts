import { BRIGHTWATER_DENTAL } from '../brightwater-dental/organization.ts';
import { HARROW_FINCH } from '../harrow-finch/organization.ts';
import type { DemoOrganization } from './demo-organization.ts';

/** The two that a fresh installation has. */
export const DEMO_ORGANIZATIONS: readonly DemoOrganization[] = [HARROW_FINCH, BRIGHTWATER_DENTAL];
