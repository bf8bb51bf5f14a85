import { isSameSecret } from '../is-same-secret.ts';
import { signedAddresses } from './signed-addresses.ts';
import { signTwilioRequest, type TwilioRequest } from './sign-twilio-request.ts';

/** Whether `X-Twilio-Signature` proves that this form was posted to this address by who knows the auth token. Never throws. */
export function verifyTwilioSignature({ signature, ...request }: TwilioRequest & { readonly signature: string | undefined }): boolean {
  if (!signature || !request.authToken) return false;
  // Every spelling is tried, whichever fits, so that the time taken tells nothing.
  return signedAddresses(request.url)
    .map((url) => isSameSecret(signTwilioRequest({ ...request, url }), signature))
    .includes(true);
}
