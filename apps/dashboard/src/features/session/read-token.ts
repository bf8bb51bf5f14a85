/** What a bearer token says of itself. Read for show and timing alone: the server alone decides what it's worth. */
export interface ReadToken {
  readonly value: string;
  readonly userId: string;
  readonly orgId: string | null;
  readonly expiresAtMs: number;
}

interface Claims {
  readonly sub?: unknown;
  readonly exp?: unknown;
  readonly app_metadata?: { readonly org_id?: unknown };
}

/** @throws TypeError if it isn't a token of ours: three parts, `sub` and `exp`. */
export function readToken(value: string): ReadToken {
  const claims = readClaims(value.split('.')[1] ?? '');
  const orgId = claims.app_metadata?.org_id;
  if (typeof claims.sub !== 'string' || typeof claims.exp !== 'number') throw new TypeError('The token has no sub or exp.');
  return { value, userId: claims.sub, orgId: typeof orgId === 'string' ? orgId : null, expiresAtMs: claims.exp * 1000 };
}

function readClaims(part: string): Claims {
  const bytes = Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
  const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
  return typeof claims === 'object' && claims !== null ? claims : {};
}
