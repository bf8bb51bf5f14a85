import { request } from 'undici';

export interface ApiAnswer {
  readonly status: number;
  readonly data: unknown;
}

/** Calls a procedure as somebody with a token; `method` as tRPC has it: GET asks, POST changes. */
export async function callApi(url: string, method: 'GET' | 'POST', path: string, token: string, input: object): Promise<ApiAnswer> {
  const headers = { authorization: `Bearer ${token}` };
  const { statusCode, body } =
    method === 'GET'
      ? await request(`${url}/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`, { headers })
      : await request(`${url}/trpc/${path}`, {
          method,
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify(input),
        });
  const { result } = (await body.json()) as { result?: { data?: unknown } };
  return { status: statusCode, data: result?.data };
}

/** @throws Error for another status than the one expected */
export function expectStatus(what: string, status: number, expected: number): void {
  if (status !== expected) throw new Error(`${what} was answered with ${status} and not with ${expected}`);
}
