export { accounts } from './accounts.ts';
export { jwks } from './jwks.ts';
export { legacyClaims } from './legacy-claims.ts';
export { rateLimits } from './rate-limits.ts';
export { sessions } from './sessions.ts';
export { subjects } from './subjects.ts';
export { users } from './users.ts';
export { verifications } from './verifications.ts';
