import { z } from 'zod';

/** As long as HS256's hash, below which a secret can be guessed from one token (RFC 7518, 3.2). */
const SHORTEST_BYTES = 32;

/** `RINGFENCE_JWT_SECRET`: what an outside issuer and we share. */
export const JwtSecret = z
  .string()
  .refine((secret) => Buffer.byteLength(secret) >= SHORTEST_BYTES, `expected at least ${SHORTEST_BYTES} bytes`);
