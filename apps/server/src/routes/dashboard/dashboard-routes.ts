import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isOtherLoopback } from './is-other-loopback.ts';
import { pageHeaders } from './page-headers.ts';

/** What programs call: an unknown address below these is never a page. */
const NOT_PAGES = /^\/(?:trpc|auth|webhooks|recordings)\/|^\/(?:healthz|readyz|metrics|trpc|auth|webhooks)$/;

/** The built dashboard: its files, and its one page for every address that a browser opens. Anything else unknown is a JSON 404. */
export async function dashboardRoutes(app: FastifyInstance, { folder, publicUrl }: { folder: string; publicUrl: string }): Promise<void> {
  const isBuilt = existsSync(join(folder, 'index.html'));
  if (isBuilt) {
    await app.register(fastifyStatic, {
      root: folder,
      wildcard: false,
      index: false,
      cacheControl: false,
      setHeaders: (reply, path) => void reply.headers(pageHeaders(path)),
    });
  }
  app.setNotFoundHandler((request, reply) => {
    if (!wantsPage(request)) return reply.code(404).send({ code: 'not-found', message: 'There is no such page.' });
    if (isOtherLoopback(request.host, publicUrl)) return reply.redirect(publicUrl + request.url, 307);
    if (isBuilt) return reply.sendFile('index.html');
    return sayUnbuilt(reply);
  });
}

function wantsPage(request: FastifyRequest): boolean {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const [path = ''] = request.url.split('?');
  return isRead && !NOT_PAGES.test(path) && (request.headers.accept ?? '').includes('text/html');
}

function sayUnbuilt(reply: FastifyReply): FastifyReply {
  return reply.code(503).type('text/plain').send('The dashboard is not built yet. `npm start` builds it.');
}
