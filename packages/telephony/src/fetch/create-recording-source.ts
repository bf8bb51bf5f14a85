import { Readable } from 'node:stream';
import { PermanentFailure, type RecordingSource } from '@ringfence/domain/recordings';
import type { Dispatcher } from 'undici';
import { countedBytes } from './counted-bytes.ts';
import { failureOfAnswer } from './failure-of-answer.ts';
import { discardBody } from './discard-body.ts';
import { follow } from './follow.ts';
import { guardedAgent } from './guarded-agent.ts';
import { readExtraHosts } from './read-extra-hosts.ts';
import { refuseType } from './refuse-type.ts';

/** A sound that a provider gives, not yet read. Its stream must be read or destroyed. */
export interface OpenSound {
  readonly stream: Readable;
  readonly contentType: string | null;
  readonly sizeBytes: number | null;
}

export interface RecordingSourceOptions {
  /** `host[:port]` each, beside the providers' own: from RINGFENCE_RECORDING_HOSTS. */
  readonly extraHosts?: readonly string[];
  readonly maxBytes?: number;
  readonly connectTimeoutMs?: number;
  readonly headersTimeoutMs?: number;
  /** The longest silence while the sound comes. */
  readonly idleTimeoutMs?: number;
  /** From the first request to the last byte. */
  readonly totalTimeoutMs?: number;
  /** What connects; the guarded agent but in tests. */
  readonly dispatcher?: Dispatcher;
}

/**
 * Opens providers' recordings. It goes only where a provider's lists or the operator's allow, looks at every address again when it
 * connects, and gives a credential to the first host alone, if that is the provider's own or the operator's.
 */
export function createRecordingSource(options: RecordingSourceOptions = {}) {
  const {
    maxBytes = 1024 ** 3,
    connectTimeoutMs = 10_000,
    headersTimeoutMs = 30_000,
    idleTimeoutMs = 30_000,
    totalTimeoutMs = 900_000,
  } = options;
  const extraHosts = readExtraHosts((options.extraHosts ?? []).join(','));
  const dispatcher = options.dispatcher ?? guardedAgent({ extraHosts, connectTimeoutMs });

  /**
   * @throws PermanentFailure where no further attempt would help, SignInRefused where the connection must be mended first, DownloadFailed
   * where another may; so does the stream. `given` ends both.
   */
  async function open(source: RecordingSource, given?: AbortSignal): Promise<OpenSound> {
    const limit = AbortSignal.timeout(totalTimeoutMs);
    const signal = given ? AbortSignal.any([given, limit]) : limit;
    const { response, from } = await follow(source, { dispatcher, extraHosts, signal, headersTimeoutMs, idleTimeoutMs });
    const { statusCode, headers, body } = response;
    try {
      const failure = failureOfAnswer({ statusCode, retryAfter: headers['retry-after'], from });
      if (failure) throw failure;
      const contentType = refuseType(headers['content-type'], headers['content-encoding']);
      const sizeBytes = readSize(headers['content-length']);
      if (sizeBytes !== null && sizeBytes > maxBytes)
        throw new PermanentFailure('too-large', 'The recording is larger than may be stored.');
      const stream = Readable.from(countedBytes(body, { maxBytes, sizeBytes }), { objectMode: false });
      stream.once('close', () => discardBody(body));
      return { stream, contentType, sizeBytes };
    } catch (error) {
      discardBody(body);
      throw error;
    }
  }

  return { open, close: () => dispatcher.destroy() };
}

function readSize(header: string | string[] | undefined): number | null {
  return typeof header === 'string' && /^\d{1,15}$/.test(header) ? Number(header) : null;
}
