import { type CryptoKey, importJWK } from 'jose';
import { z } from 'zod';
import type { JwtAlgorithm } from '../settings/jwt-algorithm.ts';
import type { VerificationKey } from './verification-key.ts';

const MOST_KEYS = 100;
const SHORTEST_MODULUS_BITS = 2_048;

const KeySetDocument = z.object({ keys: z.array(z.unknown()).max(MOST_KEYS) });

/** The public members of the kinds of key that can only check: a symmetric key, published by mistake, is none of them. */
const PublicJwk = z.discriminatedUnion('kty', [
  z.object({ kty: z.literal('RSA'), n: z.string(), e: z.string() }),
  z.object({ kty: z.literal('EC'), crv: z.enum(['P-256', 'P-384', 'P-521']), x: z.string(), y: z.string() }),
  z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() }),
]);
type PublicJwk = z.infer<typeof PublicJwk>;

const Purpose = z.object({
  kid: z.string().max(255).optional(),
  alg: z.string().optional(),
  use: z.literal('sig').optional(),
  key_ops: z
    .array(z.string())
    .refine((operations) => operations.includes('verify'))
    .optional(),
});

const RSA_ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'] as const;
const CURVE_ALGORITHM = { 'P-256': 'ES256', 'P-384': 'ES384', 'P-521': 'ES512', Ed25519: 'EdDSA' } as const;

/**
 * The keys of a JWK Set (RFC 7517) that check signatures. Each is for one algorithm: `fixed`, else what the key says, else what its kind
 * is commonly used with. What we can't use is left out. @throws ZodError for what is no JWK Set.
 */
export async function readKeys(document: unknown, fixed?: JwtAlgorithm): Promise<VerificationKey[]> {
  const { keys } = KeySetDocument.parse(document);
  const read = await Promise.all(keys.map((key) => readKey(key, fixed)));
  return read.filter((key) => key !== null);
}

async function readKey(told: unknown, fixed: JwtAlgorithm | undefined): Promise<VerificationKey | null> {
  const [jwk, purpose] = [PublicJwk.safeParse(told), Purpose.safeParse(told)];
  if (!jwk.success || !purpose.success) return null;
  const { kid: id, alg } = purpose.data;
  const algorithm = algorithmOf(jwk.data, fixed ?? alg);
  if (algorithm === null || (alg !== undefined && alg !== algorithm)) return null;
  const key = await importPublic(jwk.data, algorithm);
  return key && { id, algorithm, key, text: JSON.stringify([id, algorithm, jwk.data]) };
}

/** Null where the key can't be used with what it is said to be for. */
function algorithmOf(jwk: PublicJwk, wanted: string | undefined): JwtAlgorithm | null {
  if (jwk.kty === 'RSA') return RSA_ALGORITHMS.find((algorithm) => algorithm === (wanted ?? 'RS256')) ?? null;
  const algorithm = CURVE_ALGORITHM[jwk.crv];
  return wanted === undefined || wanted === algorithm ? algorithm : null;
}

/** Null for a point that isn't on its curve, and for RSA that is too short. */
async function importPublic(jwk: PublicJwk, algorithm: JwtAlgorithm): Promise<CryptoKey | null> {
  try {
    const key = await importJWK(jwk, algorithm);
    if (key instanceof Uint8Array) return null;
    const bits = 'modulusLength' in key.algorithm ? Number(key.algorithm.modulusLength) : Infinity;
    return bits >= SHORTEST_MODULUS_BITS ? key : null;
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}
