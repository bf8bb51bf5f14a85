export { DevOrg } from './dev-org.ts';
export { isLoopbackHost } from './is-loopback-host.ts';
export { type JwtIssuer, JwtIssuers } from './jwt-issuers.ts';
export { JwtSecret } from './jwt-secret.ts';
export { LegacyUntil } from './legacy-until.ts';
export { refuseOpenDevelopment } from './refuse-open-development.ts';
