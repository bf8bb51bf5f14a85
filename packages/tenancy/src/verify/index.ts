export type { Query } from '../query.ts';
export { verifyTenancy, type VerifyOptions } from './verify-tenancy.ts';
export type { TableCheck, Verified } from './verified.ts';
