import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { quantile } from '../measure/quantile.ts';
import { atPort } from './at-port.ts';

const PROXY = fileURLToPath(new URL('./delaying-proxy.ts', import.meta.url));
const SAMPLES = 300;

/** What the comparison adds. */
export const ROUND_TRIP_MS = 2;

export interface SlowNetwork {
  readonly port: number;
  /** What a round trip takes longer through it, milliseconds, as measured with `select 1`. */
  readonly addedMs: number;
  stop(): Promise<void>;
}

/** A way to the database on which a round trip takes `roundTripMs` longer, half of it each way. Trimmed once by what it really adds. */
export async function startSlowNetwork(databaseUrl: string, roundTripMs: number): Promise<SlowNetwork> {
  const oneWayMs = roundTripMs / 2;
  const proxy = fork(PROXY, [new URL(databaseUrl).port, String(oneWayMs)], { stdio: 'inherit' });
  const [port] = await once(proxy, 'message');
  const slowUrl = atPort(databaseUrl, Number(port));
  const directMs = await medianRoundTrip(databaseUrl);
  const excessMs = (await medianRoundTrip(slowUrl)) - directMs - roundTripMs;
  proxy.send(oneWayMs - excessMs / 2);
  return {
    port: Number(port),
    addedMs: (await medianRoundTrip(slowUrl)) - directMs,
    async stop() {
      const ended = once(proxy, 'exit');
      proxy.disconnect();
      await ended;
    },
  };
}

async function medianRoundTrip(url: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const taken: number[] = [];
  try {
    for (let sample = 0; sample < SAMPLES; sample += 1) {
      const askedAt = performance.now();
      await client.query('select 1');
      taken.push(performance.now() - askedAt);
    }
  } finally {
    await client.end();
  }
  return quantile(taken, 0.5);
}
