import { isFailure } from '@ringfence/domain';
import type { Identity, SignedIn } from '@ringfence/identity';
import type { RequestContext } from '@ringfence/identity/trpc';
import type { Trail } from '@ringfence/platform/across-tenants';
import type { ProceduresOutside } from '@ringfence/platform/outside';
import { appRouter } from '@ringfence/platform/router';
import { type Tenancy, Trips } from '@ringfence/tenancy';
import type { TRPCError } from '@trpc/server';
import { fastifyRequestHandler } from '@trpc/server/adapters/fastify';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { bearerOf } from '../../requests/bearer-of.ts';
import { answerTrpcError } from './answer-trpc-error.ts';
import { asAttempt } from './as-attempt.ts';

const BODY_LIMIT_BYTES = 256 * 1024;
const MOST_IN_A_BATCH = 50;
/** One address, another answer for every token. */
const NOT_TO_BE_KEPT = { 'cache-control': 'private, no-store', vary: 'authorization' };

export interface TrpcDependencies {
  readonly tenancy: Tenancy;
  readonly identity: Pick<Identity, 'verifyToken'>;
  readonly outside: ProceduresOutside;
  readonly trail: Pick<Trail, 'note'>;
}

/** The API. Who asks is told by the bearer token alone; cookies are not looked at. */
export function trpcRoutes(app: FastifyInstance, { tenancy, identity, outside, trail }: TrpcDependencies): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  app.setErrorHandler(answerTrpcError);
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(NOT_TO_BE_KEPT);
  });

  async function verify(request: FastifyRequest): Promise<SignedIn> {
    return identity.verifyToken(bearerOf(request));
  }

  function createContext({ req }: { req: FastifyRequest }): RequestContext {
    let signedIn: Promise<SignedIn> | undefined;
    const trips = new Trips();
    req.told['trips'] = trips;
    return {
      tenancy,
      trips,
      outside,
      requestId: req.id,
      identify: () => (signedIn ??= verify(req)),
      onMiss: (miss) => trail.note(asAttempt(miss, req.ip)),
    };
  }

  app.route<{ Params: { path: string } }>({
    method: ['GET', 'POST'],
    url: '/trpc/:path',
    bodyLimit: BODY_LIMIT_BYTES,
    handler: async (request, reply) => {
      const { path } = request.params;
      let refusal: TRPCError | undefined;
      request.told['procedure'] = knownNames(path);
      await fastifyRequestHandler({
        router: appRouter,
        req: request,
        res: reply,
        path,
        createContext,
        maxBatchSize: MOST_IN_A_BATCH,
        responseMeta: ({ type }) => ({
          headers: new Headers(NOT_TO_BE_KEPT),
          ...(type === 'subscription' && refusal ? { status: getHTTPStatusCodeFromError(refusal) } : {}),
        }),
        onError: ({ error }) => {
          refusal = isRefusal(error) ? error : undefined;
          if (error.code === 'INTERNAL_SERVER_ERROR' && !isFailure(error.cause)) request.log.error({ err: error }, 'a procedure failed');
        },
      });
    },
  });
}

/**
 * Whether a stream is refused for good before it opens. tRPC would answer 200 and tell the error inside; by its status a client learns
 * that it needs another token. What may pass is left inside, where clients try again by themselves.
 */
function isRefusal(error: TRPCError): boolean {
  return getHTTPStatusCodeFromError(error) < 500;
}

/** The procedures of a batch, for the log: names of ours alone, whatever stood in the address. */
function knownNames(path: string): string {
  const names = new Set(path.split(',').map((name) => (Object.hasOwn(appRouter._def.procedures, name) ? name : 'unknown')));
  return [...names].join(',');
}
