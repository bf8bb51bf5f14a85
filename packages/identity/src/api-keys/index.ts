export { type ApiKeyVerifierOptions, createApiKeyVerifier } from './create-api-key-verifier.ts';
export { type MadeApiKey, makeApiKey } from './make-api-key.ts';
