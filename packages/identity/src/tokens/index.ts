export { createTokenVerifier, type VerifyToken } from './create-token-verifier.ts';
export { EMBEDDED_ALGORITHM, EMBEDDED_AUDIENCE, embeddedIssuer } from './embedded-issuer.ts';
export { createKeySet, type KeySet, type StoredKey } from './key-set.ts';
export { sharedSecretIssuer } from './shared-secret-issuer.ts';
export type { SignedIn } from './signed-in.ts';
export type { TokenIssuer } from './token-issuer.ts';
export { TokenRefused } from './token-refused.ts';
