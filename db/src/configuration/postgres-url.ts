import { z } from 'zod';

/** The address of a Postgres log-in, as a variable holds it. */
export const PostgresUrl = z.string().regex(/^postgres(ql)?:\/\/./, 'expected a Postgres address (postgres://…)');
