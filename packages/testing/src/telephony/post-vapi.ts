export interface VapiPost {
  readonly url: string;
  readonly connectionId: string;
  readonly secret: string;
  /** What stands under `message`. */
  readonly message: unknown;
}

/** Posts a server message as Vapi does. */
export function postVapi({ url, connectionId, secret, message }: VapiPost): Promise<Response> {
  return fetch(`${url}/webhooks/vapi/${connectionId}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-vapi-secret': secret },
    body: JSON.stringify({ message }),
  });
}
