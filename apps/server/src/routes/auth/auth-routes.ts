import { AUTH_ROUTES, CLIENT_ADDRESS_HEADER, type Identity } from '@ringfence/identity';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const BODY_LIMIT_BYTES = 16 * 1024;
/** What the identity provider may know of a request. Whatever else a client sends, forwarded addresses above all, stays here. */
const HANDED_ON = [
  'accept',
  'content-type',
  'cookie',
  'origin',
  'referer',
  'sec-fetch-dest',
  'sec-fetch-mode',
  'sec-fetch-site',
  'user-agent',
] as const;

/** The routes of `AUTH_ROUTES`, and no other of the identity provider's. The one place with a cookie. */
export function authRoutes(app: FastifyInstance, { identity, publicUrl }: { identity: Pick<Identity, 'handle'>; publicUrl: string }): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'private, no-store');
  });
  for (const { method, path } of AUTH_ROUTES) {
    app.route({
      method,
      url: path,
      bodyLimit: BODY_LIMIT_BYTES,
      handler: async (request, reply) => reply.send(await identity.handle(asWebRequest(request, new URL(path, publicUrl)))),
    });
  }
}

function asWebRequest(request: FastifyRequest, url: URL): Request {
  const headers = new Headers({ [CLIENT_ADDRESS_HEADER]: request.ip });
  for (const name of HANDED_ON) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  const body = Buffer.isBuffer(request.body) && request.method === 'POST' ? new Uint8Array(request.body) : null;
  return new Request(url, { method: request.method, headers, body });
}
