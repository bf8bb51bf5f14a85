export type { SignedIn } from './signed-in.ts';
export { TokenRefused } from './token-refused.ts';
export type { VerifyToken } from './create-token-verifier.ts';
