import proxyAddr from '@fastify/proxy-addr';
import type { FastifyRequest } from 'fastify';

/**
 * The addresses that a request may have been sent to from outside: PUBLIC_URL's, and what a trusted proxy forwarded. The Host header
 * of anybody else is not asked.
 */
export function calledAddresses(publicUrl: string, trustedProxies: readonly string[]): (request: FastifyRequest) => string[] {
  const isTrusted = proxyAddr.compile([...trustedProxies]);
  return (request) => {
    const ours = publicUrl + request.url;
    const remote = request.socket.remoteAddress;
    if (trustedProxies.length === 0 || remote === undefined || !isTrusted(remote, 0)) return [ours];
    return [...new Set([ours, `${request.protocol}://${request.host}${request.url}`])];
  };
}
