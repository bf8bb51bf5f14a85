export { verifyTenancy, type VerifyOptions } from './verify-tenancy.ts';
export type { Query, TableCheck, Verified } from './verified.ts';
