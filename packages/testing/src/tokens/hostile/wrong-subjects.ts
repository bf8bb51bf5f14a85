import { randomUUID } from 'node:crypto';
import { prefixed } from './prefixed.ts';

type Json = Readonly<Record<string, unknown>>;

/** From nobody, or to nowhere. */
export function wrongSubjects(
  withClaims: (changed: Json) => string,
  withPayload: (payload: string) => string,
  claims: Json,
): Record<string, string> {
  const named: Record<string, unknown> = {
    'left out': undefined,
    empty: '',
    null: null,
    'a number': 1,
    'a list': ['auth0|somebody'],
    'an object': { id: 'auth0|somebody' },
    'of 256 letters': 's'.repeat(256),
    'with a zero byte': 'auth0|somebody\0',
    'with a line feed': 'auth0|somebody\n',
  };
  const organizations: Record<string, unknown> = {
    'no id': 'acme',
    SQL: `${randomUUID()}' or '1'='1`,
    'a number': 1,
    'a list': [randomUUID()],
    empty: '',
  };
  return {
    ...prefixed('subject ', Object.fromEntries(Object.entries(named).map(([what, sub]) => [what, withClaims({ sub })]))),
    'subject with half a character': withPayload(JSON.stringify({ ...claims, sub: 'HALF' }).replace('HALF', '\\ud800')),
    ...prefixed(
      'organisation: ',
      Object.fromEntries(Object.entries(organizations).map(([what, id]) => [what, withClaims({ app_metadata: { org_id: id } })])),
    ),
    'app_metadata that is a text': withClaims({ app_metadata: randomUUID() }),
    'app_metadata that is a list': withClaims({ app_metadata: [{ org_id: randomUUID() }] }),
  };
}
