import { type Answer, answerTo } from './answer.ts';
import type { ProcedureKind } from './procedure-kind.ts';

/** Calls a procedure with an input that is JSON already, or should be: as it stands, not written anew. */
export function callWithText(url: string, kind: ProcedureKind, path: string, token: string | null, text: string | null): Promise<Answer> {
  const headers = token === null ? {} : { authorization: `Bearer ${token}` };
  const address = `${url}/trpc/${path}`;
  if (kind === 'mutation') {
    return answerTo(address, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: text ?? '{}' });
  }
  return answerTo(address + (text === null ? '' : `?input=${encodeURIComponent(text)}`), { headers });
}
