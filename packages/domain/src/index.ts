export { Conflict, type Failure, Forbidden, InvalidInput, NotAdmitted, NotFound, RateLimited, Unavailable } from './failure.ts';
export { Instant } from './instant.ts';
export { EmailAddress } from './email-address.ts';
export { isFailure } from './is-failure.ts';
export { isInstant } from './is-instant.ts';
export { type Permission, PERMISSIONS } from './permission.ts';
export { may } from './may.ts';
export { Page } from './page.ts';
