import { callbacksOf, type ProviderCall } from '@ringfence/testing/provider';
import { postTwilio } from '@ringfence/testing/telephony';
import type { Line } from './open-lines.ts';

const PATIENCE_MS = 10_000;

/** Posts the one callback of a call that tells of its recording, once. Whether it was acknowledged: from then on it must not be lost. */
export async function tellRecording(url: string, { connectionId, account }: Line, call: ProviderCall): Promise<boolean> {
  const callback = callbacksOf(call).find(({ kind }) => kind === 'recording');
  if (callback?.kind !== 'recording' || account.kind !== 'twilio') throw new TypeError('the call has no recording at Twilio');
  const path = `/webhooks/twilio/${connectionId}/recording`;
  const posted = postTwilio({ url, publicUrl: url, path, secret: account.authToken, form: callback.form });
  const given = posted.then(
    ({ status }) => status === 204,
    // Nobody listens, or the connection broke: not acknowledged.
    () => false,
  );
  const tooLate = AbortSignal.timeout(PATIENCE_MS);
  return Promise.race([given, new Promise<false>((resolve) => tooLate.addEventListener('abort', () => resolve(false), { once: true }))]);
}
