import { randomUUID } from 'node:crypto';
import type { Logger, Metrics } from '@ringfence/telemetry';
import { fastify, type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { addSecurityHeaders } from './add-security-headers.ts';
import { answerError } from './answer-error.ts';
import { logRequests } from './log-requests.ts';

const BODY_LIMIT_BYTES = 16 * 1024;
/** How long a client may take to send one request whole. */
const REQUEST_LIMIT_MS = 30_000;
/** Batches name their procedures in the address. */
const LONGEST_PARAMETER = 5_000;

export interface HttpOptions {
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly trustedProxies: readonly string[];
  readonly publicUrl: string;
}

interface Http {
  readonly app: FastifyInstance;
  readonly routes: readonly { readonly method: string; readonly url: string }[];
}

/** Fastify with our limits, errors, headers and log; `routes` fills as routes are added. */
export function createHttp({ logger, metrics, trustedProxies, publicUrl }: HttpOptions): Http {
  const loggerInstance: FastifyBaseLogger = logger;
  const app = fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_LIMIT_MS,
    exposeHeadRoutes: false,
    forceCloseConnections: 'idle',
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    routerOptions: { maxParamLength: LONGEST_PARAMETER },
  });
  const routes: { method: string; url: string }[] = [];
  app.addHook('onRoute', ({ method, url }) => {
    routes.push(...[method].flat().map((name) => ({ method: name, url })));
  });
  logRequests(app, metrics);
  addSecurityHeaders(app, publicUrl);
  app.setErrorHandler(answerError);
  return { app, routes };
}
