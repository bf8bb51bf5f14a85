import { randomBytes } from 'node:crypto';
import { signTwilioRequest } from '@ringfence/telephony/twilio';
import { Agent, request } from 'undici';
import { startBenchDatabase } from '../bench-database.ts';
import { compare } from '../measure/compare.ts';
import { openLoop } from '../measure/open-loop.ts';
import { startPlainReceiver } from '../peers/plain-receiver.ts';
import { type BenchOrganization, seedCalls } from '../seed-calls.ts';
import { startServerProcess } from '../start-server-process.ts';
import type { Part } from './part.ts';

const PER_SECOND = 200;
const CONNECTIONS = 64;

/**
 * How soon a signed callback is acknowledged, durable, at 200 a second. The peer does the least that an unprotected receiver
 * can: no signature, no tenant, one insert of the raw body.
 */
export const webhooks: Part = {
  name: 'webhooks',
  async run({ isQuick, log }) {
    const database = await startBenchDatabase(log);
    const organizations = await seedCalls(database, 20, 100);
    const [server, plain] = await Promise.all([startServerProcess(database), startPlainReceiver(database.superuserUrl)]);
    const agent = new Agent({ connections: CONNECTIONS });
    const forMs = isQuick ? 3_000 : 10_000;
    const post = async (url: string, body: string, signature: string) => {
      const answer = await request(url, {
        method: 'POST',
        dispatcher: agent,
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature },
        body,
      });
      await answer.body.dump();
      if (answer.statusCode >= 300) throw new Error(`a callback was answered with ${answer.statusCode}`);
    };
    let turn = 0;
    const next = () => organizations[(turn += 1) % organizations.length];
    try {
      return await compare({
        work: `callback acknowledged, ${PER_SECOND} a second`,
        clients: CONNECTIONS,
        rounds: isQuick ? 1 : 5,
        subjects: [
          {
            name: 'one unprotected insert, unsigned',
            run: () => openLoop(() => post(plain.url, callback().toString(), ''), PER_SECOND, forMs),
          },
          {
            name: 'Ringfence: signed, isolated, derived',
            run: () => openLoop(() => postSigned(server.url, next(), post), PER_SECOND, forMs),
          },
        ],
      });
    } finally {
      await agent.close();
      await Promise.all([server.stop(), plain.stop()]);
      await database.stop();
    }
  },
};

function callback(): URLSearchParams {
  return new URLSearchParams({
    AccountSid: `AC${'0'.repeat(32)}`,
    CallSid: `CA${randomBytes(16).toString('hex')}`,
    CallStatus: 'completed',
    CallDuration: '49',
    Direction: 'inbound',
    From: '+14155550123',
    To: '+15125550188',
    SequenceNumber: '2',
    Timestamp: new Date().toUTCString().replace('GMT', '+0000'),
  });
}

async function postSigned(
  serverUrl: string,
  organization: BenchOrganization | undefined,
  post: (url: string, body: string, signature: string) => Promise<void>,
): Promise<void> {
  if (!organization) throw new Error('no organisation was seeded');
  const url = `${serverUrl}/webhooks/twilio/${organization.connectionId}/status`;
  const parameters = callback();
  const form = new Map([...parameters].map(([name, value]) => [name, [value]]));
  await post(url, parameters.toString(), signTwilioRequest({ authToken: organization.secret, url, form }));
}
