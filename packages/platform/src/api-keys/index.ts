export { apiKeysRouter } from './api-keys.router.ts';
export { createApiKey, type NewApiKey } from './create-api-key.ts';
export { noteApiKeyUse } from './note-api-key-use.ts';
export { revokeApiKey } from './revoke-api-key.ts';
