export { checkLogIns } from './check-log-ins.ts';
export { type DatabaseUrls, LOG_INS, type LogIn, logInUrl } from './log-ins.ts';
export { migrate, type MigrateOptions } from './migrate.ts';
export { readMigrations } from './read-migrations.ts';
