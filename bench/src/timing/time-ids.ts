import { randomBytes, randomUUID } from 'node:crypto';
import { request } from 'undici';
import { benchTenant } from '../data/bench-tenant.ts';
import { numberedId } from '../data/numbered-id.ts';
import type { CallsDatabase } from '../data/start-calls-database.ts';
import { signBearer } from '../http/sign-bearer.ts';
import { startServerProcess } from '../start-server-process.ts';
import { interleave, type Samples, timeOf } from './interleave.ts';

/** `calls.get` of our server, asked by organisation 0 for a call of organisation 1, for one that nobody has, and by what is no id. */
export async function timeIds(database: CallsDatabase): Promise<Samples> {
  const jwtSecret = randomBytes(32).toString('hex');
  const server = await startServerProcess(database, { DATABASE_URL_DIRECT: database.superuserUrl, RINGFENCE_JWT_SECRET: jwtSecret });
  const headers = { authorization: `Bearer ${signBearer(benchTenant(0), jwtSecret)}` };
  async function ask(id: string, expectedStatus: number): Promise<void> {
    const input = encodeURIComponent(JSON.stringify({ id }));
    const { statusCode, body } = await request(`${server.url}/trpc/calls.get?input=${input}`, { headers });
    await body.dump();
    if (statusCode !== expectedStatus) throw new Error(`the id ${id} was answered with ${statusCode}`);
  }
  try {
    return await interleave({
      'an id of another organisation': () => timeOf(() => ask(numberedId('call', 1), 404)),
      'an id that nobody has': () => timeOf(() => ask(randomUUID(), 404)),
      'a malformed id': () => timeOf(() => ask('not-an-id', 400)),
    });
  } finally {
    await server.stop();
  }
}
