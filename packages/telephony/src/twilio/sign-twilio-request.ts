import { createHmac } from 'node:crypto';
import type { FormFields } from './read-form.ts';
import { signedParameters } from './signed-parameters.ts';

/** What Twilio signs: the address it calls and the form it posts, with the account's auth token. */
export interface TwilioRequest {
  readonly authToken: string;
  readonly url: string;
  readonly form: FormFields;
}

/** `X-Twilio-Signature` of a form post: base64 of HMAC-SHA1 over the address and what `signedParameters` makes of the form. */
export function signTwilioRequest({ authToken, url, form }: TwilioRequest): string {
  return signTwilioText(authToken, url + signedParameters(form));
}

export function signTwilioText(authToken: string, text: string): string {
  return createHmac('sha1', authToken).update(text, 'utf8').digest('base64');
}
