import type { CryptoKey } from 'jose';
import type { JwtAlgorithm } from '../settings/jwt-algorithm.ts';

/** A public key and the one algorithm it is for. */
export interface VerificationKey {
  readonly id: string | undefined;
  readonly algorithm: JwtAlgorithm;
  readonly key: CryptoKey;
  /** The same for the same key, so that a change is noticed. */
  readonly text: string;
}
