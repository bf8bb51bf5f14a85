import { openIdentity } from '@ringfence/identity';
import { createLogger, createMetrics } from '@ringfence/telemetry';
import type { ProceduresOutside } from '@ringfence/platform/outside';
import { createHttp } from '../../../apps/server/src/requests/create-http.ts';
import { trpcRoutes } from '../../../apps/server/src/routes/trpc/trpc-routes.ts';
import { readUnprotectedEnvironment } from './unprotected-env.ts';
import { unprotectedTenancy } from './unprotected-tenancy.ts';

/**
 * The peer of the whole server: the same Fastify, tokens, router and queries, without the kernel. Nobody's membership is asked, and
 * the database keeps nothing back.
 */
const { port, databaseUrl, identityDatabaseUrl, secretKey, jwtSecret } = readUnprotectedEnvironment();
const publicUrl = `http://127.0.0.1:${port}`;
const logger = createLogger({ level: 'warn', name: 'unprotected' });
const identity = openIdentity({ databaseUrl: identityDatabaseUrl, secretKey, publicUrl, jwtSecret });
const tenancy = unprotectedTenancy(databaseUrl);
const { app } = createHttp({ logger, metrics: createMetrics(), trustedProxies: [], publicUrl });
app.get('/healthz', () => ({}));
app.register(async (scope) => trpcRoutes(scope, { tenancy, identity, outside: nothingOutside(), trail: { note: () => {} } }));
await app.listen({ host: '127.0.0.1', port });
process.once('SIGTERM', () => void Promise.all([app.close(), identity.close(), tenancy.close()]));

/** Safe: the procedures that are asked, `calls.list` and `calls.get`, need nothing of it. */
function nothingOutside(): ProceduresOutside {
  return {} as ProceduresOutside;
}
