import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import { createQueueMetrics, type MeasuredQueue } from './create-queue-metrics.ts';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2, 5];

/** What a process counts. Labels come from fixed lists: no organisation, name, number or id is ever one. */
export interface Metrics {
  /** Prometheus text, and its content type. `queue` is how the queue stands; null when nobody knows. */
  read(queue: MeasuredQueue | null): Promise<{ text: string; contentType: string }>;
  /** `route` is the pattern, never the address. */
  countRequest(request: { method: string; route: string; status: number; durationMs: number }): void;
  countWebhook(webhook: { provider: string; outcome: string }): void;
  countRefusal(refusal: { provider: string; reason: string }): void;
  /** An attempt to cross into another organisation: through a procedure or a job, and how. */
  countCrossing(crossing: { surface: string; how: string }): void;
  /** An organisation taken from where users can edit it: when this stands still, the setting can go. */
  countLegacyClaim(): void;
}

/** A registry of its own, so that two servers in one process (tests) don't share counts. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Histogram({
    name: 'ringfence_http_request_seconds',
    help: 'HTTP requests by route pattern.',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers,
  });
  const webhooks = new Counter({
    name: 'ringfence_webhooks_total',
    help: 'Genuine webhooks by what became of them.',
    labelNames: ['provider', 'outcome'],
    registers,
  });
  const refusals = new Counter({
    name: 'ringfence_webhook_refusals_total',
    help: 'Webhooks turned away, by reason.',
    labelNames: ['provider', 'reason'],
    registers,
  });
  const crossings = new Counter({
    name: 'ringfence_crossings_total',
    help: 'Attempts to cross into another organisation, by surface.',
    labelNames: ['surface', 'how'],
    registers,
  });
  const legacyClaims = new Counter({
    name: 'ringfence_legacy_claims_total',
    help: 'Tokens whose organisation was taken from user_metadata.',
    registers,
  });
  const queueMetrics = createQueueMetrics(registry);
  return {
    async read(queue) {
      queueMetrics.tell(queue);
      return { text: await registry.metrics(), contentType: registry.contentType };
    },
    countRequest: ({ method, route, status, durationMs }) =>
      requests.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, durationMs / 1000),
    countWebhook: (labels) => webhooks.inc(labels),
    countRefusal: (labels) => refusals.inc(labels),
    countCrossing: ({ surface, how }) => crossings.inc({ surface, how }),
    countLegacyClaim: () => legacyClaims.inc(),
  };
}
