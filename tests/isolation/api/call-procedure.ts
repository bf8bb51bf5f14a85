import { type Answer, answerTo } from './answer.ts';

export type ProcedureKind = 'query' | 'mutation' | 'subscription';

/** Calls a procedure over HTTP as tRPC's own client does. */
export function callProcedure(url: string, kind: ProcedureKind, path: string, token: string | null, input: unknown): Promise<Answer> {
  const headers = token === null ? {} : { authorization: `Bearer ${token}` };
  const address = `${url}/trpc/${path}`;
  if (kind === 'mutation') {
    return answerTo(address, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(input ?? {}),
    });
  }
  const search = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`;
  return answerTo(address + search, { headers });
}
