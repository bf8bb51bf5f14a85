export { listen } from './listen.ts';
export {
  checkLogIns,
  ConfigurationFailure,
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
