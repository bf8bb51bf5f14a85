import type { Metrics } from '@ringfence/telemetry';
import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** What a route adds to its request's one line in the log. */
    told: Record<string, unknown>;
  }
}

/** One line and one count a request: the route's pattern, never the address, so that no id, number or token gets there. */
export function logRequests(app: FastifyInstance, metrics: Metrics): void {
  app.decorateRequest('told');
  app.addHook('onRequest', async (request) => {
    request.told = {};
  });
  app.addHook('onResponse', async (request, reply) => {
    const line = {
      ...request.told,
      method: request.method,
      route: request.routeOptions.url ?? 'unmatched',
      status: reply.statusCode,
      durationMs: Math.round(reply.elapsedTime * 10) / 10,
    };
    metrics.countRequest(line);
    if (reply.statusCode >= 400) request.log.warn(line, 'request');
    else request.log.info(line, 'request');
  });
}
