import { isLoopbackHost } from '@ringfence/identity/settings';
import type { FastifyRequest } from 'fastify';

/** What proxies and tunnels add: behind one, whoever asks may be anywhere. */
const FORWARDING_HEADERS = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

/**
 * Whether somebody at this very machine asks: by the socket, by the forwarded address, and by the name in the address bar, so that
 * another site's name that leads here doesn't.
 */
export function isFromThisMachine(request: FastifyRequest): boolean {
  const addresses = [request.socket.remoteAddress ?? '', request.ip].map((address) => address.replace(/^::ffff:/i, ''));
  const name = (request.headers.host ?? '').replace(/:\d+$/, '');
  return [...addresses, name].every(isLoopbackHost) && FORWARDING_HEADERS.every((header) => request.headers[header] === undefined);
}
