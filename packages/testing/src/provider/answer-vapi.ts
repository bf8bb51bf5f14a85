import { type Answer, type Holdings, type ProviderRequest, refusal } from './answer.ts';
import { vapiDocument, vapiOutcome } from './callbacks-of.ts';
import type { VapiAccount } from './provider-account.ts';
import type { ProviderCall } from './provider-call.ts';

const SOUND = /^\/call\/([0-9a-f-]{36})\/(?:mono|stereo)-recording$/;
const STORED = /^\/vapi-storage\/([0-9a-f-]{36})\.wav$/;

interface Vapi extends Holdings<VapiAccount> {
  callsOf(account: VapiAccount): readonly ProviderCall[];
}

/** Vapi's list of calls, and its sound behind a redirect that must be followed without the key; null for an address that isn't Vapi's. */
export function answerVapi(request: ProviderRequest, vapi: Vapi): Answer | null {
  const { pathname } = request.url;
  const stored = STORED.exec(pathname)?.[1];
  if (stored !== undefined) return storedAnswer(request, stored, vapi);
  const soundOf = SOUND.exec(pathname)?.[1];
  if (pathname !== '/call' && soundOf === undefined) return null;
  const asked = soundOf === undefined ? 'calls' : null;
  const account = vapi.accounts.find(({ apiKey }) => request.authorization === `Bearer ${apiKey}`);
  if (!account) return refusal(asked, 401, 'Invalid key');
  const calls = vapi.callsOf(account);
  if (soundOf === undefined) return { asked: 'calls', status: 200, json: list(request.url.searchParams, calls, vapi) };
  if (!calls.some(({ reference }) => reference === soundOf)) return refusal(null, 404, 'Not found');
  return { asked: null, status: 302, location: `${vapi.url}/vapi-storage/${soundOf}.wav?signature=short-lived` };
}

function storedAnswer({ authorization }: ProviderRequest, reference: string, vapi: Vapi): Answer {
  if (authorization !== null) return refusal('sound', 401, 'A storage that is shown a key refuses it.');
  const found = vapi.accounts.flatMap((account) => vapi.callsOf(account)).find((call) => call.reference === reference);
  const sound = found?.recording;
  return sound && sound.readyAt <= vapi.now ? { asked: 'sound', status: 200, sound } : refusal('sound', 404, 'Not found');
}

/** Newest first, at most `limit`, between the bounds. Source: Vapi's OpenAPI document, CallController_findAll. */
function list(parameters: URLSearchParams, calls: readonly ProviderCall[], { now, largestPage }: Vapi) {
  const bound = (name: string) => Date.parse(parameters.get(name) ?? '');
  const [ge, le, gt, lt] = ['createdAtGe', 'createdAtLe', 'createdAtGt', 'createdAtLt'].map(bound);
  const isWithin = (at: number) => !(at < (ge ?? NaN)) && !(at > (le ?? NaN)) && !(at <= (gt ?? NaN)) && !(at >= (lt ?? NaN));
  const limit = Math.min(Number(parameters.get('limit') ?? 100), largestPage);
  return calls
    .filter(({ startedAt }) => startedAt <= now && isWithin(startedAt.getTime()))
    .toSorted((a, b) => b.startedAt.getTime() - a.startedAt.getTime() || (a.reference < b.reference ? 1 : -1))
    .slice(0, limit)
    .map((call) => ({ ...vapiDocument(call), status: statusOf(call, now), ...(call.endedAt <= now ? vapiOutcome(call) : {}) }));
}

function statusOf({ answeredAt, endedAt }: ProviderCall, now: Date): string {
  if (endedAt <= now) return 'ended';
  return answeredAt !== null && answeredAt <= now ? 'in-progress' : 'ringing';
}
