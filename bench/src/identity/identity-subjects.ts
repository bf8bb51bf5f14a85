import { Agent, request } from 'undici';
import type { BenchTenant } from '../data/bench-tenant.ts';
import { numberedId } from '../data/numbered-id.ts';
import { signBearer } from '../http/sign-bearer.ts';
import { closedLoop } from '../measure/closed-loop.ts';
import type { Subject } from '../measure/run-rounds.ts';
import type { MembershipCheck } from './membership-check.ts';

/** More than are asked for in one round: every token of it is new. */
const NEW_TOKENS_A_SECOND = 8_000;

export interface Asking {
  /** The same server, one asking nobody and one as it is shipped. */
  readonly openDoorUrl: string;
  readonly serverUrl: string;
  readonly jwtSecret: string;
  readonly tenants: readonly BenchTenant[];
  /** One for each tenant. */
  readonly keys: readonly string[];
  readonly check: MembershipCheck;
  readonly clients: number;
  readonly forMs: number;
}

/** `calls.get` by whoever needn't say who they are, and with one thing more being asked each. The first is the base. */
export function identitySubjects(asking: Asking, agent: Agent): readonly [Subject, ...Subject[]] {
  const { openDoorUrl, serverUrl, jwtSecret, tenants, keys, check, clients, forMs } = asking;
  const named = tenants.map(({ orgId, caller }) => `${caller.actor.id}.${orgId}`);
  const known = tenants.map((tenant) => signBearer(tenant, jwtSecret));
  const run = (url: string, bearers: readonly string[]) => {
    let turn = 0;
    return closedLoop(() => ask(agent, url, (turn += 1), tenants.length, bearers), clients, forMs);
  };
  return [
    {
      name: 'nobody is asked who they are',
      async run() {
        await check.leaveOut();
        try {
          return await run(openDoorUrl, named);
        } finally {
          await check.putBack();
        }
      },
    },
    { name: 'membership looked up', run: () => run(openDoorUrl, named) },
    { name: 'and a token, seen before', run: () => run(serverUrl, known) },
    { name: 'and a token, new each time (HS256)', run: () => run(serverUrl, newTokens(tenants, jwtSecret, forMs)) },
    { name: 'an API key instead', run: () => run(serverUrl, keys) },
  ];
}

/** No two alike. */
function newTokens(tenants: readonly BenchTenant[], jwtSecret: string, forMs: number): string[] {
  return Array.from({ length: Math.ceil((NEW_TOKENS_A_SECOND * forMs) / 1000) }, (_, index) => {
    const tenant = tenants[index % tenants.length];
    if (!tenant) throw new Error('there is no tenant to ask for');
    return signBearer(tenant, jwtSecret, { jti: String(index) });
  });
}

async function ask(agent: Agent, url: string, turn: number, tenants: number, bearers: readonly string[]): Promise<void> {
  const bearer = bearers[turn % bearers.length] ?? '';
  const input = encodeURIComponent(JSON.stringify({ id: numberedId('call', (turn % bearers.length) % tenants) }));
  const { statusCode, body } = await request(`${url}/trpc/calls.get?input=${input}`, {
    dispatcher: agent,
    headers: { authorization: `Bearer ${bearer}` },
  });
  const text = await body.text();
  if (statusCode !== 200) throw new Error(`calls.get was answered with ${statusCode}: ${text.slice(0, 200)}`);
}
