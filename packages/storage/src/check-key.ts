import { InvalidInput } from '@ringfence/domain';

const ORGANIZATION = '^org/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![^/])';
const OWNER = new RegExp(ORGANIZATION);
const SEGMENT = '(?:/[a-z0-9_-][a-z0-9_.-]{0,126})';
const KEY = new RegExp(`${ORGANIZATION}${SEGMENT}{1,6}$`);
const FOLDER = new RegExp(`${ORGANIZATION}${SEGMENT}{0,5}$`);

/** Whether a name that was found in the storage is a key of ours. No part of one begins with a dot, so none leads up, and none hides. */
export function isKey(name: string): boolean {
  return KEY.test(name);
}

/** @throws InvalidInput for a key that we wouldn't build. */
export function checkKey(key: string): void {
  if (!isKey(key)) throw new InvalidInput('key', 'is not a storage key');
}

/** What may be listed: an organisation's, or a part of that. @throws InvalidInput for anything wider. */
export function checkFolder(folder: string): void {
  if (!FOLDER.test(folder)) throw new InvalidInput('folder', 'is not a folder of one organisation');
}

/** The id of the organisation that a key or folder belongs to. */
export function ownerOf(keyOrFolder: string): string {
  return OWNER.exec(keyOrFolder)?.[1] ?? '';
}
