import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Agent } from 'undici';
import { benchTenant } from '../data/bench-tenant.ts';
import type { CallsDatabase } from '../data/start-calls-database.ts';
import { addedPerRequest, type AddedTime } from '../identity/added-per-request.ts';
import { identitySubjects } from '../identity/identity-subjects.ts';
import { openMembershipCheck } from '../identity/membership-check.ts';
import { seedApiKeys } from '../identity/seed-api-keys.ts';
import { casesOf, type Measurement } from '../measure/measurement.ts';
import { runRounds } from '../measure/run-rounds.ts';
import { printBlock } from '../report/print-block.ts';
import { tableLines } from '../report/table-lines.ts';
import { startProcess } from '../start-process.ts';
import { startServerProcess } from '../start-server-process.ts';
import { productCalls } from './comparison-cases.ts';
import type { Part, PartOptions } from './part.ts';

const OPEN_DOOR = fileURLToPath(new URL('../identity/open-door-server.ts', import.meta.url));
const TENANTS = 50;
const MANY_CLIENTS = 32;
/** Many short rounds for one client: what is compared then lies close together in time. */
const LOADS = [
  { clients: 1, rounds: 41, forMs: 150 },
  { clients: MANY_CLIENTS, rounds: 11, forMs: 1_000 },
];

/** What asking who somebody is adds to a request: the look at the membership, a token, an API key; side by side with the same request without. */
export const identity: Part = {
  name: 'identity',
  async run(options) {
    const database = await options.shared.withCalls([productCalls(options)]);
    const measurements = await measure(database, options);
    const alone = measurements.find(({ clients }) => clients === 1);
    const added = alone ? addedPerRequest(alone.rounds) : [];
    printBlock(
      'What who-asks adds to one request (calls.get over HTTP, one client, median of a round; quartiles over the rounds)',
      linesOf(added),
    );
    options.tell('identity', added);
    return measurements.flatMap(casesOf);
  },
};

async function measure(database: CallsDatabase, options: PartOptions): Promise<Measurement[]> {
  const jwtSecret = randomBytes(32).toString('hex');
  const tenants = Array.from({ length: TENANTS }, (_, index) => benchTenant(index));
  const keys = await seedApiKeys(database, tenants);
  const check = await openMembershipCheck(database.superuserUrl);
  const [openDoor, server] = await Promise.all([
    startProcess(OPEN_DOOR, { APP_DATABASE_URL: database.urls.app, RINGFENCE_SECRET_KEY: database.secretKey.toString('base64') }),
    startServerProcess(database, { DATABASE_URL_DIRECT: database.superuserUrl, RINGFENCE_JWT_SECRET: jwtSecret }),
  ]);
  const agent = new Agent({ connections: MANY_CLIENTS, pipelining: 1 });
  const asking = {
    openDoorUrl: openDoor.url,
    serverUrl: server.url,
    jwtSecret,
    tenants,
    keys,
    check,
  };
  const measurements: Measurement[] = [];
  try {
    for (const { clients, rounds, forMs } of LOADS) {
      options.log(`  who asks, ${clients} client${clients === 1 ? '' : 's'}`);
      const subjects = identitySubjects({ ...asking, clients, forMs: options.isQuick ? 150 : forMs }, agent);
      const taken = await runRounds(subjects, options.isQuick ? 5 : rounds);
      measurements.push({ work: 'calls.get, who asks', clients, latencyMs: 0, rounds: taken });
    }
  } finally {
    await Promise.all([agent.close(), check.close()]);
    await Promise.all([server.stop(), openDoor.stop()]);
  }
  return measurements;
}

function linesOf(added: readonly AddedTime[]): string[] {
  return tableLines([
    ['', 'p50 ms', 'added µs'],
    ...added.map(({ subject, p50Ms, addedUs, addedLowUs, addedHighUs }, index) => [
      subject,
      p50Ms.toFixed(3),
      index === 0 ? '–' : `${addedUs.toFixed(0)} [${addedLowUs.toFixed(0)}–${addedHighUs.toFixed(0)}]`,
    ]),
  ]);
}
