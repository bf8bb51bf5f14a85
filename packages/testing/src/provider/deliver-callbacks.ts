import { postTwilio } from '../telephony/post-twilio.ts';
import { postVapi } from '../telephony/post-vapi.ts';
import { type Callback, callbacksOf } from './callbacks-of.ts';
import type { ProviderCall } from './provider-call.ts';
import type { SeededRandom } from './seeded-random.ts';

/** Where a provider's messages go. */
export interface WebhookTarget {
  /** Where the server listens, and the address that is signed. */
  readonly url: string;
  readonly publicUrl: string;
  readonly connectionId: string;
}

export interface Weather {
  readonly random: SeededRandom;
  /** How likely a callback never leaves, and how likely it is sent twice. */
  readonly dropped?: number;
  readonly doubled?: number;
}

/** What became of the callbacks: `lost` were sent, and nobody took them. */
export interface Delivered {
  readonly taken: number;
  readonly dropped: number;
  readonly doubled: number;
  readonly lost: number;
}

/**
 * Tells of a call that is over, one callback after the other. Like Twilio it tries again once, at once, and then gives up: a server that
 * is down for minutes never hears of it.
 */
export async function deliverCallbacks(call: ProviderCall, target: WebhookTarget, weather: Weather): Promise<Delivered> {
  const delivered = { taken: 0, dropped: 0, doubled: 0, lost: 0 };
  for (const callback of callbacksOf(call)) {
    const [isDropped, isDoubled] = [weather.random.chance(weather.dropped ?? 0), weather.random.chance(weather.doubled ?? 0)];
    if (isDropped) delivered.dropped += 1;
    else if (await isTaken(call, callback, target)) delivered.taken += 1;
    else delivered.lost += 1;
    if (isDropped || !isDoubled) continue;
    delivered.doubled += 1;
    await isTaken(call, callback, target);
  }
  return delivered;
}

async function isTaken(call: ProviderCall, callback: Callback, target: WebhookTarget): Promise<boolean> {
  return (await attempt(call, callback, target)) || attempt(call, callback, target);
}

async function attempt(call: ProviderCall, callback: Callback, target: WebhookTarget): Promise<boolean> {
  try {
    const answer = await post(call, callback, target);
    await answer.arrayBuffer();
    return answer.ok;
  } catch (error) {
    // Nobody listens: `fetch` says so by a TypeError, whatever the network's reason.
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function post({ account }: ProviderCall, callback: Callback, { url, publicUrl, connectionId }: WebhookTarget): Promise<Response> {
  if (callback.kind === 'message') {
    if (account.kind !== 'vapi') throw new TypeError('only Vapi sends messages');
    return postVapi({ url, connectionId, secret: account.serverSecret, message: callback.message });
  }
  if (account.kind !== 'twilio') throw new TypeError('only Twilio posts forms');
  const path = `/webhooks/twilio/${connectionId}/${callback.kind}`;
  return postTwilio({ url, publicUrl, path, secret: account.authToken, form: callback.form });
}
