export { openTenancies, type TestTenancies } from './open-tenancies.ts';
export { testDatabase, type TestDatabase, type TestDatabaseOptions } from './test-database.ts';
