import type { RingfenceFailure } from './ringfence-failure.ts';

const KINDS: Readonly<Record<number, RingfenceFailure['kind']>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  429: 'rate-limited',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
};

/** The kind of an answer that isn't ours to read: a proxy's page, or the refusal of a stream, of which there is a status and no more. */
export function kindOfStatus(status: number): RingfenceFailure['kind'] {
  return KINDS[status] ?? (status >= 500 ? 'internal' : 'invalid-input');
}
