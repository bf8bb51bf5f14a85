export { hostileTokens } from './hostile-tokens.ts';
export { openIssuer, type TestIssuer, type TokenParts } from './open-issuer.ts';
