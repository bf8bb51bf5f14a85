import { openRingfenceTenancy } from '@ringfence/db';
import { createRecordingLinks, createSealing, openIdentity } from '@ringfence/identity';
import { openStorage } from '@ringfence/storage';
import { createMetrics } from '@ringfence/telemetry';
import type { FastifyInstance } from 'fastify';
import { createCallFeed } from './live/create-call-feed.ts';
import { createHttp } from './requests/create-http.ts';
import { calledAddresses } from './requests/called-addresses.ts';
import { authRoutes } from './routes/auth/auth-routes.ts';
import { dashboardRoutes } from './routes/dashboard/dashboard-routes.ts';
import { checkReadiness } from './routes/health/check-readiness.ts';
import { healthRoutes } from './routes/health/health-routes.ts';
import { recordingRoutes } from './routes/recordings/recording-routes.ts';
import { trpcRoutes } from './routes/trpc/trpc-routes.ts';
import { createRefusalCounter } from './routes/webhooks/create-refusal-counter.ts';
import { webhookRoutes } from './routes/webhooks/webhook-routes.ts';
import type { ServerOptions } from './server-options.ts';

export type { ServerOptions } from './server-options.ts';

export interface Route {
  readonly method: string;
  readonly url: string;
}

export interface Server {
  readonly app: FastifyInstance;
  /** Every route there is, as it was registered. Complete once `listen` or `app.ready()` has resolved. */
  readonly routes: readonly Route[];
  /** Where it listens; known once `listen` has resolved. */
  readonly url: string;
  listen(): Promise<string>;
  /** Takes nothing new, ends open streams, finishes what runs, writes what was counted. Safe to call twice. */
  close(): Promise<void>;
}

/** What runs longer than this when the server stops is cut off. */
const CLOSE_LIMIT_MS = 5_000;

/** Composes the server. Nothing is connected before `listen`. */
export function createServer(options: ServerOptions): Server {
  const { secretKey, previousSecretKey, publicUrl, logger, trustedProxies } = options;
  const metrics = options.metrics ?? createMetrics();
  const tenancy = openRingfenceTenancy({ connectionString: options.appDatabaseUrl, secretKey, applicationName: 'ringfence-server' });
  const identity = openIdentity({
    databaseUrl: options.identityDatabaseUrl,
    secretKey,
    previousSecretKey,
    publicUrl,
    jwtSecret: options.jwtSecret,
    log: (level, message) => logger[level](message),
  });
  const storage = openStorage(options.storageUrl);
  const links = createRecordingLinks(secretKey, previousSecretKey);
  const sealing = createSealing(secretKey, previousSecretKey);
  const feed = createCallFeed(options.directDatabaseUrl, () => logger.error('a notification could not be read'));
  const refusals = createRefusalCounter(tenancy, (err) => logger.error({ err }, 'refused webhooks could not be counted'));

  const { app, routes } = createHttp({ logger, metrics, trustedProxies, publicUrl });
  app.register(async (scope) => healthRoutes(scope, { metrics, checkReadiness: () => checkReadiness(tenancy) }));
  app.register(async (scope) => authRoutes(scope, { identity, publicUrl }));
  app.register(async (scope) =>
    trpcRoutes(scope, {
      tenancy,
      identity,
      outside: {
        findUser: identity.findUser,
        activateOrganization: identity.activateOrganization,
        watchCalls: feed.watch,
        signRecordingLink(link) {
          const { token, expiresAt } = links.sign(link);
          return { url: `/recordings/${link.recordingId}/audio?token=${token}`, expiresAt };
        },
      },
    }),
  );
  app.register(async (scope) =>
    webhookRoutes(scope, { tenancy, sealing, refusals, metrics, addressesOf: calledAddresses(publicUrl, trustedProxies) }),
  );
  app.register(async (scope) => recordingRoutes(scope, { tenancy, links, storage }));
  app.register((scope) => dashboardRoutes(scope, { folder: options.dashboardFolder, publicUrl }));
  app.addHook('preClose', feed.close);

  let url = '';
  let closing: Promise<void> | undefined;
  async function close(): Promise<void> {
    const cutOff = setTimeout(() => app.server.closeAllConnections(), CLOSE_LIMIT_MS);
    try {
      await app.close();
      await refusals.close();
    } finally {
      clearTimeout(cutOff);
      await Promise.all([tenancy.close(), identity.close()]);
    }
  }
  return {
    app,
    routes,
    get url() {
      return url;
    },
    async listen() {
      await identity.prepare();
      await feed.open();
      url = await app.listen({ host: options.host, port: options.port });
      return url;
    },
    close: () => (closing ??= close()),
  };
}
