import { PermanentFailure } from '@ringfence/domain/recordings';

const TYPES = /^(?:audio\/[a-z0-9.+-]+|video\/(?:webm|mp4)|application\/(?:octet-stream|ogg|x-wav|mp4)|binary\/octet-stream)$/;

/**
 * The type an answer declares, or null. It only sorts out pages and documents early; what the sound is, its own bytes say.
 * @throws PermanentFailure for what declares itself no sound, or comes compressed.
 */
export function refuseType(contentType: string | string[] | undefined, encoding: string | string[] | undefined): string | null {
  const type = typeof contentType === 'string' ? (contentType.split(';')[0] ?? '').trim().toLowerCase() : '';
  const isPlain = encoding === undefined || encoding === 'identity' || encoding === '';
  if (!isPlain || (type !== '' && !TYPES.test(type))) {
    throw new PermanentFailure('type-refused', "The provider answered with something that isn't a sound.");
  }
  return type || null;
}
