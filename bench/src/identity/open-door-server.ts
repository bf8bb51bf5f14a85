import { openRingfenceTenancy } from '@ringfence/db';
import type { ProceduresOutside } from '@ringfence/platform/outside';
import { createLogger, createMetrics } from '@ringfence/telemetry';
import { createHttp } from '../../../apps/server/src/requests/create-http.ts';
import { trpcRoutes } from '../../../apps/server/src/routes/trpc/trpc-routes.ts';
import { readOpenDoorEnvironment } from './open-door-env.ts';

/** The product's server with its kernel, which believes whoever says `user.organisation`: what is left of a request when nobody is asked. */
const { port, appDatabaseUrl, secretKey } = readOpenDoorEnvironment();
const publicUrl = `http://127.0.0.1:${port}`;
const logger = createLogger({ level: 'warn', name: 'open-door' });
const tenancy = openRingfenceTenancy({ connectionString: appDatabaseUrl, secretKey, applicationName: 'open-door' });
const expiresAt = new Date(8.64e15);
const identity = {
  verifyToken(told: string) {
    const [userId = '', orgId = ''] = told.split('.');
    return Promise.resolve({ actor: { kind: 'user', id: userId } as const, userId, orgId, sessionId: null, expiresAt });
  },
};
const { app } = createHttp({ logger, metrics: createMetrics(), trustedProxies: [], publicUrl });
app.get('/healthz', () => ({}));
app.register(async (scope) => trpcRoutes(scope, { tenancy, identity, outside: nothingOutside(), trail: { note: () => {} } }));
await app.listen({ host: '127.0.0.1', port });
process.once('SIGTERM', () => void Promise.all([app.close(), tenancy.close()]));

/** Safe: the one procedure that is asked, `calls.get`, needs nothing of it. */
function nothingOutside(): ProceduresOutside {
  return {} as ProceduresOutside;
}
