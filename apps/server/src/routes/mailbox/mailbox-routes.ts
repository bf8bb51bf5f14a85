import type { FastifyInstance } from 'fastify';
import type { Mailbox } from '../../mail/create-mailbox.ts';
import { isFromThisMachine } from '../../requests/is-from-this-machine.ts';

/** The mails of a developer's own installation. Only who sits at this machine reads them. */
export function mailboxRoutes(app: FastifyInstance, { mailbox }: { readonly mailbox: Mailbox }): void {
  app.get('/dev/mailbox', async (request, reply) => {
    reply.header('cache-control', 'private, no-store');
    if (!isFromThisMachine(request)) return reply.code(404).send({ code: 'NOT_FOUND', message: 'There is no such page.' });
    return mailbox.list();
  });
}
