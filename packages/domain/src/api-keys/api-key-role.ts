/** What a key may be: never an owner, since who owns an organisation is a person. */
export const API_KEY_ROLES = ['admin', 'agent', 'viewer'] as const;
export type ApiKeyRole = (typeof API_KEY_ROLES)[number];
