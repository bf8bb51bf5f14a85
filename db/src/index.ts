export { ConfigurationFailure } from './configuration/configuration-failure.ts';
export { pastPooler } from './configuration/past-pooler.ts';
export { PostgresUrl } from './configuration/postgres-url.ts';
export { readVariables, type Variables } from './configuration/read-variables.ts';
export { SecretKey } from './configuration/secret-key.ts';
export { listen } from './listen.ts';
export {
  checkLogIns,
  type DatabaseUrls,
  LOG_INS,
  type LogIn,
  logInUrl,
  migrate,
  type MigrateOptions,
  readMigrations,
} from './migrate/index.ts';
export { type IdentityDatabase, openIdentityDatabase } from './open-identity-database.ts';
export { openRingfenceTenancy, type RingfenceTenancyOptions } from './tenancy.ts';
export { verifyDatabase } from './verify-database.ts';
