export { accounts } from './accounts.ts';
export { jwks } from './jwks.ts';
export { rateLimits } from './rate-limits.ts';
export { sessions } from './sessions.ts';
export { users } from './users.ts';
export { verifications } from './verifications.ts';
