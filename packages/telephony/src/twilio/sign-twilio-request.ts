import { createHmac } from 'node:crypto';
import type { FormFields } from './read-form.ts';

/** What Twilio signs: the address it calls and the form it posts, with the account's auth token. */
export interface TwilioRequest {
  readonly authToken: string;
  readonly url: string;
  readonly form: FormFields;
}

/**
 * `X-Twilio-Signature` of a form post: base64 of HMAC-SHA1 over the address followed by every name and value, sorted by name;
 * of a repeated parameter each different value counts once, sorted.
 * Source: Twilio, "Validating signatures"; twilio-node 6.2.0 for repeated parameters.
 */
export function signTwilioRequest({ authToken, url, form }: TwilioRequest): string {
  const names = [...form.keys()].sort();
  const parameters = names.map((name) => [...new Set(form.get(name))].sort().map((value) => name + value).join(''));
  return createHmac('sha1', authToken).update(url + parameters.join(''), 'utf8').digest('base64');
}
