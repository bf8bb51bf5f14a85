import { isLoopbackHost } from '@ringfence/identity/settings';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Mailbox } from '../../mail/create-mailbox.ts';

/**
 * The mails of a developer's own installation. Only who sits at this machine reads them: by the socket, by the forwarded address, and
 * by the name in the address bar, so that another site's name that leads here doesn't.
 */
export function mailboxRoutes(app: FastifyInstance, { mailbox }: { readonly mailbox: Mailbox }): void {
  app.get('/dev/mailbox', async (request, reply) => {
    reply.header('cache-control', 'private, no-store');
    if (!isFromThisMachine(request)) return reply.code(404).send({ code: 'NOT_FOUND', message: 'There is no such page.' });
    return mailbox.list();
  });
}

function isFromThisMachine(request: FastifyRequest): boolean {
  const addresses = [request.socket.remoteAddress ?? '', request.ip].map((address) => address.replace(/^::ffff:/i, ''));
  const name = (request.headers.host ?? '').replace(/:\d+$/, '');
  return [...addresses, name].every(isLoopbackHost);
}
