export { openIssuer, type TestIssuer, type TokenParts } from './open-issuer.ts';
