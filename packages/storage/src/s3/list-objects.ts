import { paginateListObjectsV2 } from '@aws-sdk/client-s3';
import { isKey } from '../check-key.ts';
import type { ListedObject } from '../storage.ts';
import type { Bucket } from './bucket.ts';
import { asUnavailable } from './s3-failure.ts';

/** The objects below a folder, in the order in which S3 lists: that of their keys. */
export async function* listObjects({ client, name, prefix }: Bucket, folder: string): AsyncGenerator<ListedObject> {
  const pages = paginateListObjectsV2({ client }, { Bucket: name, Prefix: `${prefix}${folder}/` });
  for (;;) {
    const { done, value: page } = await nextOf(pages);
    if (done === true) return;
    for (const { Key = '', Size: sizeBytes = 0, LastModified: storedAt } of page.Contents ?? []) {
      const key = Key.slice(prefix.length);
      if (storedAt && isKey(key)) yield { key, sizeBytes, storedAt };
    }
  }
}

async function nextOf<T>(pages: AsyncGenerator<T, undefined>): Promise<IteratorResult<T, undefined>> {
  try {
    return await pages.next();
  } catch (error) {
    throw asUnavailable(error);
  }
}
