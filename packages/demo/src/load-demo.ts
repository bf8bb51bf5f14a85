import { listOrganizations } from '@ringfence/platform/organizations';
import type { DemoDoors } from './loading/demo-doors.ts';
import { findOrganization } from './loading/find-organization.ts';
import { loadOrganization } from './loading/load-organization.ts';
import { makeOrganization } from './loading/make-organization.ts';
import { whenAllEnd } from './loading/when-all-end.ts';
import { DEMO_ORGANIZATIONS } from './organizations/demo-organizations.ts';

/**
 * Puts the demo organisations into an installation without organisations, or finishes what a killed start began; otherwise does
 * nothing. Run it before a worker runs. Both are made before either is filled, so one that was erased later isn't made again.
 */
export async function loadDemo(doors: DemoDoors): Promise<{ isLoaded: boolean }> {
  const found = await Promise.all(DEMO_ORGANIZATIONS.map((organization) => findOrganization(doors, organization)));
  const isCutOff = found.some((loaded) => loaded && !loaded.isComplete);
  if (!isCutOff && (await listOrganizations(doors.service)).length > 0) return { isLoaded: false };
  const made = await Promise.all(
    DEMO_ORGANIZATIONS.map(async (organization, index) => ({
      organization,
      loaded: found[index] ?? (await makeOrganization(doors, organization)),
    })),
  );
  const unfinished = made.filter(({ loaded }) => !loaded.isComplete);
  await whenAllEnd(unfinished.map(({ organization, loaded }) => loadOrganization(doors, organization, loaded)));
  return { isLoaded: true };
}
