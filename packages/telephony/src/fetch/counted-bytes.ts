import { PermanentFailure } from '@ringfence/domain/recordings';
import { DownloadFailed } from './download-failed.ts';
import { failureOfError } from './failure-of-error.ts';

export interface ByteLimits {
  readonly maxBytes: number;
  /** What the answer declared. */
  readonly sizeBytes: number | null;
}

/** A body's bytes, counted as they pass: too many, too few or none end it with an error that says which. */
export async function* countedBytes(body: AsyncIterable<Uint8Array>, { maxBytes, sizeBytes }: ByteLimits): AsyncGenerator<Uint8Array> {
  let total = 0;
  try {
    for await (const chunk of body) {
      total += chunk.byteLength;
      if (total > maxBytes) throw new PermanentFailure('too-large', 'The recording is larger than may be stored.');
      yield chunk;
    }
  } catch (error) {
    throw failureOfError(error, 'incomplete');
  }
  if (total === 0 || (sizeBytes !== null && total !== sizeBytes)) {
    throw new DownloadFailed('incomplete', 'The recording came only in part.');
  }
}
