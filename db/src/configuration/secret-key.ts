import { z } from 'zod';

const KEY_BYTES = 32;
const EXPECTED = `expected ${KEY_BYTES} bytes in base64`;

/** The installation's secret key, as a variable holds it; read as its bytes. */
export const SecretKey = z
  .base64(EXPECTED)
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((key) => key.length === KEY_BYTES, EXPECTED);
