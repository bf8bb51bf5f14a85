import { isSameSecret } from '../is-same-secret.ts';

/** The two headers in which Vapi may be told to send the server secret. */
export interface VapiHeaders {
  readonly secret: string | undefined;
  readonly authorization: string | undefined;
}

/**
 * Whether `X-Vapi-Secret`, or else `Authorization: Bearer …`, holds the connection's secret.
 * Source: Vapi, "Server authentication": bearer token credentials, and the older X-Vapi-Secret.
 */
export function verifyVapiSecret(expected: string, { secret, authorization }: VapiHeaders): boolean {
  const given = secret ?? /^Bearer +(.+)$/i.exec(authorization ?? '')?.[1];
  if (!given || !expected) return false;
  return isSameSecret(expected, given);
}
