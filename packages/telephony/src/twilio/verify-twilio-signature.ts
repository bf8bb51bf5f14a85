import { isSameSecret } from '../is-same-secret.ts';
import { signedAddresses } from './signed-addresses.ts';
import { signedParameters } from './signed-parameters.ts';
import { signTwilioText, type TwilioRequest } from './sign-twilio-request.ts';

/** Whether `X-Twilio-Signature` proves that this form was posted to this address by who knows the auth token. Never throws. */
export function verifyTwilioSignature({
  authToken,
  url,
  form,
  signature,
}: TwilioRequest & { readonly signature: string | undefined }): boolean {
  if (!signature || !authToken) return false;
  const parameters = signedParameters(form);
  // Every spelling is tried, whichever fits, so that the time taken tells nothing.
  return signedAddresses(url)
    .map((address) => isSameSecret(signTwilioText(authToken, address + parameters), signature))
    .includes(true);
}
