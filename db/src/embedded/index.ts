export { attachEmbeddedPostgres } from './attach-embedded-postgres.ts';
export { openEmbeddedPostgres, type OpenOptions } from './open-embedded-postgres.ts';
export { type EmbeddedPostgres, startEmbeddedPostgres } from './start-embedded-postgres.ts';
export { startTemporaryPostgres } from './start-temporary-postgres.ts';
