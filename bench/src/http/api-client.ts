import { Agent, request } from 'undici';
import type { ChosenRequest } from '../data/choose-request.ts';
import { PAGE } from '../peers/call-queries.ts';
import { signBearer } from './sign-bearer.ts';

export const PROCEDURES = { 'calls.list': () => ({ limit: PAGE }), 'calls.get': ({ callIds: [id] }: ChosenRequest) => ({ id }) } as const;
export type ProcedureName = keyof typeof PROCEDURES;

export interface ApiClient {
  /** Asks a server as the chosen organisation's owner, and gives the body back as text. @throws Error for any other answer than 200. */
  ask(serverUrl: string, procedure: ProcedureName, chosen: ChosenRequest): Promise<string>;
  close(): Promise<void>;
}

/** As many callers as there are connections, each with its own organisation's token. */
export function openApiClient(connections: number, jwtSecret: string): ApiClient {
  const agent = new Agent({ connections, pipelining: 1 });
  const tokens = new Map<string, string>();
  function tokenOf({ tenant }: ChosenRequest): string {
    const token = tokens.get(tenant.orgId) ?? signBearer(tenant, jwtSecret);
    tokens.set(tenant.orgId, token);
    return token;
  }
  return {
    async ask(serverUrl, procedure, chosen) {
      const input = encodeURIComponent(JSON.stringify(PROCEDURES[procedure](chosen)));
      const { statusCode, body } = await request(`${serverUrl}/trpc/${procedure}?input=${input}`, {
        dispatcher: agent,
        headers: { authorization: `Bearer ${tokenOf(chosen)}` },
      });
      const text = await body.text();
      if (statusCode !== 200) throw new Error(`${procedure} was answered with ${statusCode}: ${text.slice(0, 200)}`);
      return text;
    },
    close: () => agent.close(),
  };
}
