import { Unavailable } from '@ringfence/domain';
import type { JobsOutside } from '../outside/outside.ts';
import type { SeenObject } from './compare-objects.ts';
import { parseObjectKey } from './parse-object-key.ts';
import type { ObjectRange } from './reconcile-range.ts';

const OBJECTS_AT_ONCE = 1000;

/** A range, and how many objects stood in it whose names aren't ours. */
export interface ListedRange extends ObjectRange {
  readonly unknown: number;
}

/** A listing in the order of its keys, cut into ranges between two recordings. The last reaches to the end, and may hold nothing. */
export async function* rangesOf(listing: ReturnType<JobsOutside['storage']['list']>): AsyncGenerator<ListedRange> {
  let after: string | null = null;
  let unknown = 0;
  let objects: SeenObject[] = [];
  for await (const { key, sizeBytes, storedAt } of listing) {
    const named = parseObjectKey(key);
    if (!named) {
      unknown += 1;
      continue;
    }
    const previous = objects.at(-1)?.recordingId;
    if (previous !== undefined && named.recordingId < previous) throw new Unavailable('The storage lists its objects in no order.');
    if (previous !== undefined && objects.length >= OBJECTS_AT_ONCE && previous !== named.recordingId) {
      yield { after, upTo: previous, objects, unknown };
      [after, objects, unknown] = [previous, [], 0];
    }
    objects.push({ ...named, sizeBytes, storedAt });
  }
  yield { after, upTo: null, objects, unknown };
}
