import type { Answer } from './answer.ts';

/** What of an answer is the same at every asking: signed addresses and their ends are made anew each time. */
export function stableAnswer({ status, headers, body }: Answer): Answer {
  const { 'content-length': _length, ...others } = headers;
  return {
    status,
    headers: others,
    body: body.replaceAll(/token=[\w.-]+/g, 'token=…').replaceAll(/"expiresAt":"[^"]+"/g, '"expiresAt":"…"'),
  };
}
