import { signTwilioRequest } from '@ringfence/telephony/twilio';
import type { TwilioForm } from './twilio-callback.ts';

export interface TwilioPost {
  /** Where the server listens, and the address that Twilio calls and signs. */
  readonly url: string;
  readonly publicUrl: string;
  readonly path: string;
  /** The account's auth token; null posts without a signature. */
  readonly secret: string | null;
  readonly form: TwilioForm;
  /** What is signed, where it isn't what is sent. */
  readonly signed?: { readonly path?: string; readonly form?: TwilioForm };
}

/** Posts a callback as Twilio does. */
export function postTwilio({ url, publicUrl, path, secret, form, signed }: TwilioPost): Promise<Response> {
  const fields = new Map(Object.entries(signed?.form ?? form).map(([name, value]) => [name, [value]]));
  const signature =
    secret === null
      ? {}
      : { 'x-twilio-signature': signTwilioRequest({ authToken: secret, url: publicUrl + (signed?.path ?? path), form: fields }) };
  return fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...signature },
    body: new URLSearchParams(form).toString(),
  });
}
