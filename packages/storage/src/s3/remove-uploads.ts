import { AbortMultipartUploadCommand, ListMultipartUploadsCommand, type ListMultipartUploadsCommandOutput } from '@aws-sdk/client-s3';
import type { Bucket } from './bucket.ts';
import { asUnavailable, isTold } from './s3-failure.ts';

/** Ends uploads of many parts that whoever began them left behind: their parts lie there, unseen and paid for. Tells how many. */
export async function removeUploads(bucket: Bucket, folder: string, begunBefore: Date): Promise<number> {
  let removed = 0;
  try {
    for await (const { Uploads = [] } of pagesOf(bucket, folder)) {
      for (const { Key, UploadId, Initiated } of Uploads) {
        if (!Initiated || Initiated >= begunBefore) continue;
        await bucket.client.send(new AbortMultipartUploadCommand({ Bucket: bucket.name, Key, UploadId }));
        removed += 1;
      }
    }
  } catch (error) {
    // Some servers know no such list, and clear away by themselves.
    if (!isTold(error, 'NotImplemented')) throw asUnavailable(error);
  }
  return removed;
}

async function* pagesOf({ client, name, prefix }: Bucket, folder: string): AsyncGenerator<ListMultipartUploadsCommandOutput> {
  const from: { KeyMarker?: string | undefined; UploadIdMarker?: string | undefined } = {};
  for (let isMore = true; isMore;) {
    const page = await client.send(new ListMultipartUploadsCommand({ Bucket: name, Prefix: `${prefix}${folder}/`, ...from }));
    yield page;
    Object.assign(from, { KeyMarker: page.NextKeyMarker, UploadIdMarker: page.NextUploadIdMarker });
    isMore = page.IsTruncated === true;
  }
}
