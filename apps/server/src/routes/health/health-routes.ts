import type { MeasuredQueue, Metrics } from '@ringfence/telemetry';
import type { FastifyInstance } from 'fastify';
import { type Readiness } from './check-readiness.ts';

export interface HealthDependencies {
  readonly metrics: Metrics;
  readonly checkReadiness: () => Promise<Readiness>;
  /** Null when nobody knows: metrics are told all the same. */
  readonly measureQueue: () => Promise<MeasuredQueue | null>;
}

/** `/healthz`, `/readyz` and `/metrics`: for whoever runs the installation, without a word about anybody in it. */
export function healthRoutes(app: FastifyInstance, { metrics, checkReadiness, measureQueue }: HealthDependencies): void {
  app.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });
  app.get('/healthz', () => ({ status: 'alive' }));
  app.get('/readyz', async (_request, reply) => {
    const { failing, degraded } = await checkReadiness();
    if (failing.length > 0) return reply.code(503).send({ status: 'not-ready', failing, degraded });
    return { status: 'ready', degraded };
  });
  app.get('/metrics', async (_request, reply) => {
    const { text, contentType } = await metrics.read(await measureQueue());
    return reply.type(contentType).send(text);
  });
}
