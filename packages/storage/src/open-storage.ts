import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InvalidInput } from '@ringfence/domain';
import { createFolderStorage } from './folder/create-folder-storage.ts';
import { createS3Storage } from './s3/create-s3-storage.ts';
import { parseAddress } from './s3/parse-address.ts';
import type { Storage } from './storage.ts';

/**
 * Opens what STORAGE_URL names: `file:/absolute/folder`, `file:///absolute/folder` or `file:relative/folder`, or
 * `s3://bucket/prefix?endpoint=…&region=…`. Nothing is asked of it yet.
 * @throws InvalidInput naming the variable.
 */
export function openStorage(storageUrl: string): Storage {
  if (storageUrl.startsWith('s3:')) return createS3Storage(parseAddress(storageUrl));
  if (!storageUrl.startsWith('file:')) throw refusal('must be file:<folder> or s3://<bucket>');
  return createFolderStorage(folderOf(storageUrl));
}

function folderOf(storageUrl: string): string {
  const path = storageUrl.slice('file:'.length);
  if (path === '' || path.includes('\0')) throw refusal('must name a folder, such as file:/var/lib/ringfence/recordings');
  if (!path.startsWith('//')) return resolve(path);
  const url = URL.parse(storageUrl);
  if (!url || url.host !== '' || url.search !== '' || url.hash !== '')
    throw refusal('must name a folder of this machine, such as file:///var/lib/ringfence');
  return fileURLToPath(url);
}

function refusal(expected: string): InvalidInput {
  return new InvalidInput('STORAGE_URL', expected);
}
