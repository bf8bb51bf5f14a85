import { type ProviderRecording, soundDigest } from '@ringfence/testing/provider';
import type { ChaosSystem } from './start-chaos-system.ts';
import type { Line } from './open-lines.ts';
import { readObjects } from './read-objects.ts';

/** What became of recordings. Each must be there, once, with its own sound, in its own organisation. */
export interface Stock {
  readonly expected: number;
  /** Not stored, or not with the sound that the provider has. */
  readonly lost: number;
  /** Rows of one recording beyond the first, and recordings that were stored more than once. */
  readonly doubled: number;
  /** Rows and objects in an organisation that isn't their own. */
  readonly foreign: number;
  /** Objects that no stored recording names. */
  readonly orphans: number;
}

interface Row {
  readonly orgId: string;
  readonly reference: string;
  readonly isStored: boolean;
  readonly sha256: string | null;
  readonly key: string;
}

const ROWS = `
  select org_id as "orgId", reference, status = 'stored' as "isStored", sha256,
    'org/' || org_id || '/recordings/' || id || '-' || lease_number as key
  from public.recordings where reference = any ($1) or org_id = any ($2)`;

/** Compares what the provider has on the lines with every row and object of their organisations; `expected` tells which must be stored. */
export async function takeStock(
  { database, provider, storage, watch }: ChaosSystem,
  lines: readonly Line[],
  expected: ReadonlySet<ProviderRecording>,
): Promise<Stock> {
  const orgIds = lines.map(({ orgId }) => orgId);
  const owned = lines.flatMap(({ orgId, account }) =>
    provider.callsOf(account).flatMap(({ recording }) => (recording ? [{ orgId, recording, digest: soundDigest(recording) }] : [])),
  );
  const ownerOfReference = new Map(owned.map(({ orgId, recording }) => [recording.reference, orgId]));
  const ownerOfDigest = new Map(owned.map(({ orgId, digest }) => [digest, orgId]));
  const rows = await database.query<Row>(ROWS, [[...ownerOfReference.keys()], orgIds]);
  const objects = await readObjects(storage, orgIds);
  const byReference = Map.groupBy(rows, ({ reference }) => reference);
  const isWhole = (reference: string, digest: string) =>
    byReference.get(reference)?.some(({ isStored, sha256, key }) => isStored && sha256 === digest && objects.get(key) === digest) === true;
  const named = new Set(rows.filter(({ isStored }) => isStored).map(({ key }) => key));
  return {
    expected: expected.size,
    lost: owned.filter(({ recording, digest }) => expected.has(recording) && !isWhole(recording.reference, digest)).length,
    doubled: rows.length - byReference.size + (await watch.countStoredTwice(orgIds)),
    foreign:
      rows.filter(({ orgId, reference }) => orgId !== ownerOfReference.get(reference)).length +
      [...objects].filter(([key, digest]) => ownerOfDigest.has(digest) && !key.startsWith(`org/${ownerOfDigest.get(digest)}/`)).length,
    orphans: [...objects.keys()].filter((key) => !named.has(key)).length,
  };
}
