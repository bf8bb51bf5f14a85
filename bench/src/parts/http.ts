import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { chooseRequest } from '../data/choose-request.ts';
import type { CallsDatabase } from '../data/start-calls-database.ts';
import { type ApiClient, openApiClient, type ProcedureName, PROCEDURES } from '../http/api-client.ts';
import { closedLoop } from '../measure/closed-loop.ts';
import { casesOf, type Measurement } from '../measure/measurement.ts';
import { runRounds } from '../measure/run-rounds.ts';
import { atPort } from '../network/at-port.ts';
import { ROUND_TRIP_MS, startSlowNetwork } from '../network/start-slow-network.ts';
import { SUBJECTS } from '../report/targets.ts';
import { startProcess } from '../start-process.ts';
import { startServerProcess } from '../start-server-process.ts';
import { productCalls } from './comparison-cases.ts';
import type { Part, PartOptions } from './part.ts';

const UNPROTECTED = fileURLToPath(new URL('../http/unprotected-server.ts', import.meta.url));
const COMPARED = 5;

/** A whole request: HTTP, tRPC, token, kernel, against the same server without the kernel. */
export const http: Part = {
  name: 'http',
  async run(options) {
    const database = await options.shared.withCalls([productCalls(options)]);
    const near = await measureServers(database, options, { clients: 32, latencyMs: 0 });
    const slow = await startSlowNetwork(database.superuserUrl, ROUND_TRIP_MS);
    const far = await measureServers(database, options, { clients: 8, latencyMs: ROUND_TRIP_MS, port: slow.port });
    await slow.stop();
    const measurements = [...near, ...far];
    options.judge(measurements);
    return measurements.flatMap(casesOf);
  },
};

interface Load {
  readonly clients: number;
  readonly latencyMs: number;
  /** Where the database is, for what serves requests; sign-in and notifications stay near. */
  readonly port?: number;
}

async function measureServers(database: CallsDatabase, options: PartOptions, load: Load): Promise<Measurement[]> {
  const jwtSecret = randomBytes(32).toString('hex');
  const seenFrom = (url: string) => (load.port === undefined ? url : atPort(url, load.port));
  const [unprotected, server] = await Promise.all([
    startProcess(UNPROTECTED, {
      DATABASE_URL: seenFrom(database.superuserUrl),
      IDENTITY_DATABASE_URL: database.urls.identity,
      RINGFENCE_SECRET_KEY: database.secretKey.toString('base64'),
      RINGFENCE_JWT_SECRET: jwtSecret,
    }),
    startServerProcess(database, {
      APP_DATABASE_URL: seenFrom(database.urls.app),
      DATABASE_URL_DIRECT: database.superuserUrl,
      RINGFENCE_JWT_SECRET: jwtSecret,
    }),
  ]);
  const client = openApiClient(load.clients, jwtSecret);
  const servers = [
    { name: SUBJECTS.plainServer, url: unprotected.url },
    { name: SUBJECTS.server, url: server.url },
  ];
  const measurements: Measurement[] = [];
  try {
    for (const procedure of Object.keys(PROCEDURES) as ProcedureName[]) {
      const data = productCalls(options);
      options.log(`  HTTP ${procedure}, ${load.clients} clients${load.latencyMs > 0 ? `, ${load.latencyMs} ms` : ''}`);
      await refuseDifferingServers(
        client,
        procedure,
        options,
        servers.map(({ url }) => url),
      );
      const rounds = await runRounds(
        servers.map(({ name, url }) => ({
          name,
          run: () => closedLoop(() => client.ask(url, procedure, chooseRequest(data)), load.clients, options.isQuick ? 250 : 1_000),
        })),
        options.isQuick ? 3 : 9,
      );
      measurements.push({ work: `HTTP ${procedure}`, clients: load.clients, latencyMs: load.latencyMs, rounds });
    }
  } finally {
    await client.close();
    await Promise.all([server.stop(), unprotected.stop()]);
  }
  return measurements;
}

async function refuseDifferingServers(
  client: ApiClient,
  procedure: ProcedureName,
  options: PartOptions,
  [first = '', ...others]: readonly string[],
): Promise<void> {
  for (let asked = 0; asked < COMPARED; asked += 1) {
    const chosen = chooseRequest(productCalls(options));
    const expected = await client.ask(first, procedure, chosen);
    for (const other of others) {
      const answer = await client.ask(other, procedure, chosen);
      if (answer !== expected) throw new Error(`${procedure}: the servers answer ${answer.slice(0, 300)} and ${expected.slice(0, 300)}`);
    }
  }
}
