import type { Caller, Tenancy } from '@ringfence/tenancy';
import type { VerifyToken } from '../tokens/create-token-verifier.ts';
import { TokenRefused } from '../tokens/token-refused.ts';
import { hashApiKey } from './hash-api-key.ts';
import { isApiKey } from './is-api-key.ts';

/** As many keys are remembered as programs may ask at a time; the ones not used longest are forgotten. */
const MOST_REMEMBERED = 1_000;
/** The last that a Date can hold. */
const NEVER = new Date(8.64e15);

export interface ApiKeyVerifierOptions {
  readonly tenancy: Pick<Tenancy, 'lookup'>;
  /** Told of every key that was sent, good or revoked; must return at once. */
  readonly onUse: (caller: Caller) => void;
  readonly mostRemembered?: number;
}

interface Row {
  readonly org_id: string;
  readonly id: string;
  readonly expires_at: Date | string | null;
}

/**
 * Tells whose key a bearer token is. What is remembered is only where a hash belongs, which never changes: whether the key is still
 * good is asked at every entry, so that a revocation counts at once.
 */
export function createApiKeyVerifier({ tenancy, onUse, mostRemembered = MOST_REMEMBERED }: ApiKeyVerifierOptions): VerifyToken {
  const remembered = new Map<string, Row>();

  async function find(sha256: string): Promise<Row> {
    const known = remembered.get(sha256);
    // Two rows of one hash can't be chance: then the key opens neither.
    const [row, another] = known ? [known] : await tenancy.lookup<Row>('find_api_key', `\\x${sha256}`);
    if (!row || another) throw new TokenRefused();
    remembered.delete(sha256);
    remembered.set(sha256, row);
    const [oldest] = remembered.keys();
    if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest);
    return row;
  }

  return async (token) => {
    if (!isApiKey(token)) throw new TokenRefused();
    const { org_id: orgId, id, expires_at: expiresAt } = await find(hashApiKey(token).toString('hex'));
    const actor = { kind: 'api-key', id } as const;
    onUse({ orgId, actor });
    return { actor, userId: null, orgId, sessionId: null, expiresAt: expiresAt === null ? NEVER : new Date(expiresAt) };
  };
}
