/** `orphan`: an object that no recording names; `lost`: a stored recording whose object isn't there. */
export const FINDING_KINDS = ['orphan', 'lost'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** `removed`: the object; `fetched`: the recording is fetched again; `healed`: a later look no longer saw it. */
export const FINDING_OUTCOMES = ['removed', 'fetched', 'healed'] as const;
export type FindingOutcome = (typeof FINDING_OUTCOMES)[number];

export const HALT_REASONS = ['too-many-orphans', 'too-many-lost'] as const;

const FEW = 20;
const SHARE = 0.2;

/** Whether so much was found that the storage or the database is more likely the wrong one: then nothing is touched. */
export function isTooMany(found: number, { of }: { of: number }): boolean {
  return found > FEW && found > of * SHARE;
}
