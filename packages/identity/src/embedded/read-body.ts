import type { z } from 'zod';
import { describeIssue } from '../trpc/describe-issue.ts';
import { refusal } from './refusal.ts';

export type Body = Record<string, unknown>;

/** A request's body as its route has it, or the answer to one that isn't. A body that is missing counts as an empty one. */
export async function readBody(schema: z.ZodType<Body>, request: Request): Promise<Body | Response> {
  const read = schema.safeParse(parse(await request.text()));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  if (!issue) throw new TypeError('a refusal without an issue');
  const { field, expected } = describeIssue(issue);
  return refusal(400, 'INVALID_INPUT', `${field}: ${expected}`, { field });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text || '{}');
  } catch {
    return undefined;
  }
}
