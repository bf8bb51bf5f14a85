import { InvalidInput, isInstant } from '@ringfence/domain';

/** A place in a list that is ordered by a time and an id. */
export interface Place {
  readonly at: Date;
  readonly id: string;
}

const CURSOR = /^([0-9a-f-]{36})\|(-?\d{1,15})\|([0-9a-f-]{36})$/;

/** A place as an opaque text, bound to its organisation. */
export function writeCursor(orgId: string, { at, id }: Place): string {
  return Buffer.from(`${orgId}|${at.getTime()}|${id}`).toString('base64url');
}

/** @throws InvalidInput for what isn't a cursor, and in the same words for another organisation's. */
export function readCursor(orgId: string, cursor: string): Place {
  const [, owner, at, id] = CURSOR.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (owner !== orgId || id === undefined || !isInstant(Number(at)))
    throw new InvalidInput('cursor', 'must be the nextCursor of an earlier page');
  return { at: new Date(Number(at)), id };
}
