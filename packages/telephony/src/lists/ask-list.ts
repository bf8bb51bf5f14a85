import { ListFailed } from '@ringfence/domain/connections';
import { type Dispatcher, request } from 'undici';
import { discardBody } from '../fetch/discard-body.ts';
import { readRetryAfter } from '../fetch/read-retry-after.ts';

/** Gets one page of a list, parsed; the path begins at the API's root. @throws ListFailed. */
export type AskList = (path: string) => Promise<unknown>;

export interface AskOptions {
  /** The API's root: the credential goes nowhere else. */
  readonly baseUrl: string;
  readonly authorization: string;
  readonly dispatcher: Dispatcher;
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
}

/** A page holds at most 1,000 entries; Vapi's may bring their transcripts. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Redirects aren't followed: an API's list has no other place. */
export function askList({ baseUrl, authorization, dispatcher, signal, timeoutMs }: AskOptions): AskList {
  return async (path) => {
    const url = new URL(baseUrl + path);
    try {
      const { statusCode, headers, body } = await request(url, {
        dispatcher,
        signal,
        headersTimeout: timeoutMs,
        bodyTimeout: timeoutMs,
        headers: { accept: 'application/json', authorization },
      });
      if (statusCode !== 200) {
        discardBody(body);
        throw failureOf(statusCode, headers['retry-after']);
      }
      return parse(await readWhole(body));
    } catch (error) {
      if (error instanceof ListFailed || signal.aborted) throw error;
      // Messages and causes of HTTP errors hold addresses, and with them an account's id.
      throw new ListFailed('unreachable', 'The provider could not be reached.');
    }
  };
}

/** A page's entries. @throws ListFailed where there is no such list. */
export function arrayAt(page: unknown, property: string): readonly unknown[] {
  const found: unknown = typeof page === 'object' && page !== null && Object.hasOwn(page, property) ? Reflect.get(page, property) : null;
  if (!Array.isArray(found)) throw new ListFailed('unreadable', 'The provider answered with something that is no list.');
  return found;
}

function failureOf(statusCode: number, retryAfter: string | string[] | undefined): ListFailed {
  if (statusCode === 401 || statusCode === 403)
    return new ListFailed('sign-in-refused', `The provider refused our credential (${statusCode}).`);
  return new ListFailed('unreachable', `The provider answered with status ${statusCode}.`, readRetryAfter(retryAfter, new Date()));
}

async function readWhole(body: Dispatcher.ResponseData['body']): Promise<string> {
  const chunks: Buffer[] = [];
  let total = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    total += chunk.byteLength;
    if (total > MOST_BYTES) throw new ListFailed('unreadable', "The provider's list is too large to read.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ListFailed('unreadable', "The provider's answer can't be parsed.");
  }
}
