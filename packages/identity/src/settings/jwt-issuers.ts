import { z } from 'zod';
import { isLoopbackHost } from './is-loopback-host.ts';
import { JWT_ALGORITHMS } from './jwt-algorithm.ts';

const MOST_ISSUERS = 50;
const LONGEST_NAME = 255;
/** How our own issuer's names begin. */
const OWN_NAME = 'ringfence:';
const EXPECTED = 'expected a JSON list of {"issuer","jwksUri","audience"}';

const Name = z.string().min(1, 'must not be empty').max(LONGEST_NAME, `must have at most ${LONGEST_NAME} characters`);

const JwtIssuer = z.strictObject({
  issuer: Name.refine((name) => !name.startsWith(OWN_NAME), 'must be another than our own'),
  jwksUri: z.string().refine(canBeFetched, 'must be an https:// address without a password (http:// on loopback alone)'),
  audience: Name,
  /** Fixes what the issuer signs with; without it each of its keys does. */
  algorithm: z.enum(JWT_ALGORITHMS, `must be one of ${JWT_ALGORITHMS.join(', ')}`).optional(),
});
export type JwtIssuer = z.infer<typeof JwtIssuer>;

const List = z
  .array(JwtIssuer)
  .max(MOST_ISSUERS, `must have at most ${MOST_ISSUERS} entries`)
  .refine((list) => new Set(list.map(({ issuer }) => issuer)).size === list.length, 'must name each issuer once');

/** `RINGFENCE_JWT_ISSUERS`: the outside issuers whose tokens are taken, as JSON. */
export const JwtIssuers = z.string().transform((text, context): readonly JwtIssuer[] => {
  const { success, data, error } = List.safeParse(parse(text));
  if (success) return data;
  const [issue] = error.issues;
  const [index, ...field] = issue?.path ?? [];
  const where = index === undefined ? 'the list' : ['entry', Number(index) + 1, ...field].join(' ');
  context.addIssue({ code: 'custom', message: `${EXPECTED}; ${where}: ${issue?.message}` });
  return z.NEVER;
});

/** Undefined, which is no list, for what isn't JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function canBeFetched(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname));
  return isSafe && username === '' && password === '';
}
