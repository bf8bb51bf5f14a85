import { Readable } from 'node:stream';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { NotFound } from '@ringfence/domain';
import type { ByteRange } from '../storage.ts';
import { type Bucket, objectOf } from './bucket.ts';
import { asUnavailable, isTold } from './s3-failure.ts';

const STUMBLES = 3;

interface Part {
  readonly body: Readable;
  readonly sizeBytes: number;
  readonly etag: string | undefined;
}

/** Reads an object, and goes on where a connection broke: servers hang up on whoever listens slowly. @throws NotFound. */
export async function openObject(bucket: Bucket, key: string, range: ByteRange | null): Promise<Readable> {
  const ask = (wanted: Wanted) => getPart(bucket, key, wanted);
  const first = await ask({ start: range?.start ?? 0, end: range?.end ?? null });
  if (!first) return Readable.from([]);
  return Readable.from(readOn(first, range?.start ?? 0, ask), { objectMode: false });
}

interface Wanted {
  readonly start: number;
  readonly end: number | null;
  /** The object as it was when the reading began. */
  readonly etag?: string | undefined;
}

async function* readOn(first: Part, start: number, ask: (wanted: Wanted) => Promise<Part | null>): AsyncGenerator<Buffer> {
  const end = start + first.sizeBytes - 1;
  let at = start;
  let stumbles = 0;
  for (let part: Part | null = first; part; part = await ask({ start: at, end, etag: first.etag })) {
    const { body } = part;
    const chunks: AsyncIterator<Buffer> = body[Symbol.asyncIterator]();
    try {
      for (let chunk = await nextOf(chunks); chunk; chunk = await nextOf(chunks)) {
        at += chunk.length;
        stumbles = 0;
        yield chunk;
      }
    } finally {
      body.destroy();
    }
    if (at > end) return;
    stumbles += 1;
    if (stumbles > STUMBLES) throw asUnavailable(body.errored ?? new Error('the object ended early'));
  }
}

/** Null at the end, and where the connection broke: the reader knows by the length which it was. */
async function nextOf(chunks: AsyncIterator<Buffer>): Promise<Buffer | null> {
  try {
    const { done, value } = await chunks.next();
    return done === true ? null : value;
  } catch {
    return null;
  }
}

/** Null where the object ends before the range begins. */
async function getPart(bucket: Bucket, key: string, { start, end, etag }: Wanted): Promise<Part | null> {
  const isWhole = start === 0 && end === null;
  try {
    const got = await bucket.client.send(
      new GetObjectCommand({
        ...objectOf(bucket, key),
        ...(isWhole ? {} : { Range: `bytes=${start}-${end ?? ''}` }),
        ...(etag === undefined ? {} : { IfMatch: etag }),
      }),
    );
    if (!(got.Body instanceof Readable)) throw new TypeError('an object is read as a stream here');
    return { body: got.Body, sizeBytes: got.ContentLength ?? 0, etag: got.ETag };
  } catch (error) {
    if (isTold(error, 'NoSuchKey')) throw new NotFound('sound');
    if (isTold(error, 'InvalidRange')) return null;
    throw asUnavailable(error);
  }
}
