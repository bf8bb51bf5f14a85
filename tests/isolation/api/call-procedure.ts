import type { Answer } from './answer.ts';
import { callWithText } from './call-with-text.ts';
import type { ProcedureKind } from './procedure-kind.ts';

/** Calls a procedure over HTTP as tRPC's own client does. */
export function callProcedure(url: string, kind: ProcedureKind, path: string, token: string | null, input: unknown): Promise<Answer> {
  return callWithText(url, kind, path, token, input === undefined ? null : JSON.stringify(input));
}
