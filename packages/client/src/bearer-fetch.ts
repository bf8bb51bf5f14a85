import type { ClientFetch } from './client-fetch.ts';
import type { TokenSource } from './token-source.ts';

/** A fetch that carries the bearer token and nothing else (no cookie), and asks once for another token after a 401. */
export function bearerFetch(source: TokenSource, send: typeof globalThis.fetch = globalThis.fetch): ClientFetch {
  return async (input, init) => {
    if (typeof source === 'string') return send(input, withBearer(init, source));
    const token = await source();
    const response = await send(input, withBearer(init, token));
    if (response.status !== 401) return response;
    await response.body?.cancel();
    return send(input, withBearer(init, await source(token)));
  };
}

function withBearer(init: Parameters<ClientFetch>[1], token: string): RequestInit {
  const headers = new Headers(init?.headers);
  headers.set('authorization', `Bearer ${token}`);
  return { ...init, signal: init?.signal ?? null, headers, credentials: 'omit' };
}
