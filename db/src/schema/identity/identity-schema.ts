import { pgSchema } from 'drizzle-orm/pg-core';

/** The sign-in tables' own schema: they belong to no tenant, and only `ringfence_identity` may use them. */
export const identitySchema = pgSchema('identity');
