import type { Identity } from '@ringfence/identity';
import { findFirstOwner } from '@ringfence/platform/across-tenants';
import type { Tenancy } from '@ringfence/tenancy';
import type { Logger } from '@ringfence/telemetry';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isFromThisMachine } from '../requests/is-from-this-machine.ts';

const TOKEN_SECONDS = 300;
const RENEW_AFTER_MS = 240_000;

export interface DevelopmentOptions {
  readonly orgId: string;
  readonly publicUrl: string;
  readonly identity: Pick<Identity, 'signToken'>;
  readonly service: Tenancy;
  readonly logger: Logger;
}

/**
 * For a developer at this machine: a request to the API without a token gets one of the organisation's first owner, and goes the way
 * that every token goes; the dashboard finds itself signed in. Registered only where `RINGFENCE_DEV_ORG` is set, so that elsewhere
 * there is nothing to switch on.
 */
export function signInForDevelopment(app: FastifyInstance, { orgId, publicUrl, identity, service, logger }: DevelopmentOptions): void {
  const { origin } = new URL(publicUrl);
  let userId: string | null = null;
  let token = '';
  let madeAt = -Infinity;

  async function currentToken(): Promise<string | null> {
    if (performance.now() - madeAt < RENEW_AFTER_MS) return token;
    userId ??= await findFirstOwner(service, { orgId, reason: 'signing in for development' });
    if (userId === null) return null;
    token = await identity.signToken({ userId, orgId, ttlSeconds: TOKEN_SECONDS });
    madeAt = performance.now();
    return token;
  }

  function mayBeSignedIn(request: FastifyRequest): boolean {
    const { authorization, cookie, origin: from = origin, 'sec-fetch-site': site = 'none' } = request.headers;
    const isAnonymous = authorization === undefined && !cookie?.includes('ringfence.session_token');
    return isAnonymous && from === origin && ['none', 'same-origin'].includes(String(site)) && isFromThisMachine(request);
  }

  logger.warn({ orgId }, 'RINGFENCE_DEV_ORG: whoever sits at this machine is signed in without a token');
  app.addHook('onRequest', async (request, reply) => {
    const [path = ''] = request.url.split('?');
    const isSession = request.method === 'GET' && (path === '/auth/get-session' || path === '/auth/token');
    if (!(isSession || path.startsWith('/trpc/')) || !mayBeSignedIn(request)) return undefined;
    const signed = await currentToken();
    if (signed === null) return undefined;
    if (isSession) return reply.header('cache-control', 'private, no-store').send({ token: signed });
    request.headers.authorization = `Bearer ${signed}`;
    return undefined;
  });
}
