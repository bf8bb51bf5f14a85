import { prefixed } from './prefixed.ts';

type Json = Readonly<Record<string, unknown>>;

/** Not any more, not yet, or never. */
export function wrongTimes(withClaims: (changed: Json) => string): Record<string, string> {
  const now = Math.floor(Date.now() / 1000);
  const ends = {
    'left out': undefined,
    null: null,
    'a text': String(now + 3600),
    'a minute and more ago': now - 62,
    'a list': [now + 3600],
    'before all time': -1,
    'after all time': 1e300,
  };
  const begins = { 'in more than a minute': now + 65, 'a text': 'now', null: null, 'after all time': 1e300 };
  return {
    ...prefixed('end: ', Object.fromEntries(Object.entries(ends).map(([what, exp]) => [what, withClaims({ exp })]))),
    ...prefixed('beginning: ', Object.fromEntries(Object.entries(begins).map(([what, nbf]) => [what, withClaims({ nbf })]))),
  };
}
