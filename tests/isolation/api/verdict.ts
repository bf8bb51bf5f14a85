import type { Answer } from './answer.ts';

/** What became of a call, as far as it is the same over every transport: `OK`, or tRPC's code and its words. */
export interface Verdict {
  readonly code: string;
  readonly message: string;
}

export const OK: Verdict = { code: 'OK', message: '' };

interface ToldError {
  readonly message: string;
  readonly data: { readonly code: string };
}

/** Of an answer over HTTP; a stream tells its error in an event. */
export function verdictOf({ status, body }: Answer): Verdict {
  const told = status >= 400 ? (JSON.parse(body) as { error: ToldError }).error : errorEventOf(body);
  return told ? { code: told.data.code, message: told.message } : OK;
}

function errorEventOf(body: string): ToldError | null {
  const data = /^event: serialized-error\ndata: (.+)$/m.exec(body)?.[1];
  return data === undefined ? null : (JSON.parse(data) as ToldError);
}
