export { CLIENT_ADDRESS_HEADER } from './create-auth.ts';
export type { NewUser } from './create-user.ts';
export type { User } from './find-user.ts';
export { AUTH_ROUTES } from './auth-routes.ts';
export type { ListedLegacyClaim } from '../legacy-claims/list-legacy-claims.ts';
export { type Identity, type IdentityOptions, openIdentity } from './open-identity.ts';
export type { Subject } from '../subjects/subject.ts';
export type { NewToken } from './sign-token.ts';
