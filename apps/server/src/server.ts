import { openRingfenceTenancy } from '@ringfence/db';
import { createRecordingLinks, createSealing, openIdentity } from '@ringfence/identity';
import { createApiKeyVerifier } from '@ringfence/identity/api-keys';
import { createTrail } from '@ringfence/platform/across-tenants';
import { openStorage } from '@ringfence/storage';
import { createMetrics } from '@ringfence/telemetry';
import type { FastifyInstance } from 'fastify';
import { createKeyUses } from './api-keys/create-key-uses.ts';
import { signInForDevelopment } from './development/sign-in-for-development.ts';
import { type Intake, keepIntake } from './intake/keep-intake.ts';
import { createCallFeed } from './live/create-call-feed.ts';
import { createPostOffice } from './mail/create-post-office.ts';
import { createHttp } from './requests/create-http.ts';
import { calledAddresses } from './requests/called-addresses.ts';
import { authRoutes } from './routes/auth/auth-routes.ts';
import { dashboardRoutes } from './routes/dashboard/dashboard-routes.ts';
import { checkReadiness } from './routes/health/check-readiness.ts';
import { healthRoutes } from './routes/health/health-routes.ts';
import { measureQueue } from './routes/health/measure-queue.ts';
import { mailboxRoutes } from './routes/mailbox/mailbox-routes.ts';
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
  const tenancy = openRingfenceTenancy({
    connectionString: options.appDatabaseUrl,
    secretKey,
    applicationName: 'ringfence-server',
    guards: options.isProduction ? undefined : { warn: ({ message, ...where }) => logger.warn(where, message) },
  });
  // Two connections at most, so that a flood of misses takes nothing from anybody.
  const service = openRingfenceTenancy({
    connectionString: options.serviceDatabaseUrl,
    secretKey,
    applicationName: 'ringfence-trail',
    maxConnections: 2,
  });
  const trail = createTrail({
    service,
    onNoted: (attempt) => metrics.countCrossing(attempt),
    onError: (err) => logger.error({ err }, 'attempts to cross could not be noted'),
  });
  const keyUses = createKeyUses(tenancy, (err) => logger.error({ err }, 'the use of a key could not be noted'));
  const postOffice = createPostOffice({ sender: options.mailSender, isProduction: options.isProduction ?? false, logger });
  const identity = openIdentity({
    databaseUrl: options.identityDatabaseUrl,
    secretKey,
    previousSecretKey,
    publicUrl,
    jwtIssuers: options.jwtIssuers,
    jwtSecret: options.jwtSecret,
    legacyUntil: options.legacyUntil,
    onLegacyClaim: metrics.countLegacyClaim,
    verifyApiKey: createApiKeyVerifier({ tenancy, onUse: keyUses.note }),
    postMail: postOffice.post,
    log: (level, message) => logger[level](message),
  });
  const storage = openStorage(options.storageUrl);
  const links = createRecordingLinks(secretKey, previousSecretKey);
  const sealing = createSealing(secretKey, previousSecretKey);
  const feed = createCallFeed(options.directDatabaseUrl, () => logger.error('a notification could not be read'));
  const refusals = createRefusalCounter({ tenancy, service }, (err) => logger.error({ err }, 'refused webhooks could not be counted'));

  const { app, routes } = createHttp({ logger, metrics, trustedProxies, publicUrl });
  if (options.devOrg !== undefined) signInForDevelopment(app, { orgId: options.devOrg, publicUrl, identity, service, logger });
  async function measured() {
    return measureQueue(tenancy).catch((err: unknown) => {
      logger.warn({ err }, 'the queue could not be measured');
      return null;
    });
  }
  app.register(async (scope) =>
    healthRoutes(scope, { metrics, checkReadiness: () => checkReadiness(tenancy, identity), measureQueue: measured }),
  );
  app.register(async (scope) => authRoutes(scope, { identity, publicUrl }));
  const { mailbox } = postOffice;
  if (mailbox) app.register(async (scope) => mailboxRoutes(scope, { mailbox }));
  app.register(async (scope) =>
    trpcRoutes(scope, {
      tenancy,
      identity,
      trail,
      outside: {
        findUser: identity.findUser,
        findUsers: identity.findUsers,
        findUserByEmail: identity.findUserByEmail,
        postMail: postOffice.post,
        publicUrl,
        activateOrganization: identity.activateOrganization,
        watchCalls: feed.watch,
        sealing,
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
  let intake: Intake | undefined;
  let closing: Promise<void> | undefined;
  async function close(): Promise<void> {
    const cutOff = setTimeout(() => app.server.closeAllConnections(), CLOSE_LIMIT_MS);
    try {
      await app.close();
      await Promise.all([refusals.close(), keyUses.close(), trail.close(), postOffice.close(), intake?.close()]);
    } finally {
      clearTimeout(cutOff);
      await Promise.all([tenancy.close(), identity.close(), service.close()]);
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
      intake = keepIntake(tenancy, (err) => logger.warn({ err }, 'it could not be noted that messages are taken'));
      return url;
    },
    close: () => (closing ??= close()),
  };
}
