import { TokenRefused } from '@ringfence/identity';
import type { FastifyRequest } from 'fastify';

/** The token of `Authorization: Bearer …`, the one place where one is taken. @throws TokenRefused */
export function bearerOf(request: FastifyRequest): string {
  const token = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (!token) throw new TokenRefused();
  return token;
}
