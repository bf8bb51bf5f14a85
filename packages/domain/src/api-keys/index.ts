export { API_KEY_ROLES, type ApiKeyRole } from './api-key-role.ts';
export { CreateApiKey } from './create-api-key.ts';
export { RevokeApiKey } from './revoke-api-key.ts';
