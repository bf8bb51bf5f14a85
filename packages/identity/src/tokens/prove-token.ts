import { type CryptoKey, type JWTPayload, jwtVerify, type JWTVerifyOptions } from 'jose';
import { CLOCK_TOLERANCE_SECONDS } from './clock-tolerance.ts';
import { TokenRefused } from './token-refused.ts';

export interface Proof {
  /** The one algorithm that counts, whatever the token says. */
  readonly algorithm: string;
  readonly key: CryptoKey | Uint8Array;
  readonly claims: Pick<JWTVerifyOptions, 'issuer' | 'audience'>;
}

/** The payload of a token whose signature, times and given claims hold; `sub` and `exp` are required. @throws TokenRefused */
export async function proveToken(token: string, { algorithm, key, claims }: Proof): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, key, {
      ...claims,
      algorithms: [algorithm],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      requiredClaims: ['sub', 'exp'],
    });
    return payload;
  } catch (error) {
    // Beside jose's own errors a token can cause those of the platform's cryptography; none of them says that the token is good.
    throw new TokenRefused(error);
  }
}
