import { type Answer, type Holdings, type ProviderRequest, refusal } from './answer.ts';
import type { TwilioAccount } from './provider-account.ts';
import type { ProviderCall } from './provider-call.ts';
import { readTwilioBounds } from './read-twilio-bounds.ts';
import { twilioCall, twilioRecording } from './twilio-resources.ts';

const LIST = /^\/2010-04-01\/Accounts\/(AC[0-9a-f]{32})\/(Calls|Recordings)\.json$/;
const SOUND = /^\/2010-04-01\/Accounts\/(AC[0-9a-f]{32})\/Recordings\/(RE[0-9a-f]{32})(?:\.wav|\.mp3)?$/;

interface Twilio extends Holdings<TwilioAccount> {
  callsOf(account: TwilioAccount): readonly ProviderCall[];
}

/** Twilio's lists of calls and recordings, page by page, and its sound; null for an address that isn't Twilio's. */
export function answerTwilio(request: ProviderRequest, twilio: Twilio): Answer | null {
  const [, listOf, kind] = LIST.exec(request.url.pathname) ?? [];
  const [, soundOf, recordingSid = ''] = SOUND.exec(request.url.pathname) ?? [];
  const sid = listOf ?? soundOf;
  if (sid === undefined) return null;
  const asked = soundOf !== undefined ? 'sound' : kind === 'Calls' ? 'calls' : 'recordings';
  const account = twilio.accounts.find(({ accountSid }) => accountSid === sid);
  const isLetIn = account !== undefined && request.authorization === basic(account);
  if (!isLetIn) return refusal(asked, 401, 'Authenticate');
  if (asked === 'sound') return soundAnswer(twilio.callsOf(account), recordingSid, twilio.now);
  const items = asked === 'calls' ? callItems(account, twilio) : recordingItems(account, twilio);
  return { asked, status: 200, json: page(request.url, items, asked, twilio.largestPage) };
}

function basic({ accountSid, authToken }: TwilioAccount): string {
  return `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
}

function soundAnswer(calls: readonly ProviderCall[], recordingSid: string, now: Date): Answer {
  const sound = calls.find(({ recording }) => recording?.reference === recordingSid)?.recording;
  return sound && sound.readyAt <= now
    ? { asked: 'sound', status: 200, sound }
    : refusal('sound', 404, 'The requested resource was not found');
}

interface Item {
  readonly at: Date;
  readonly resource: { readonly sid: string };
}

function callItems(account: TwilioAccount, { callsOf, now }: Twilio): Item[] {
  const begun = callsOf(account).filter((call) => call.startedAt <= now);
  return begun.map((call) => ({ at: call.startedAt, resource: twilioCall(account, call, now) }));
}

function recordingItems(account: TwilioAccount, { callsOf, now }: Twilio): Item[] {
  return callsOf(account).flatMap((call) => {
    if (!call.recording || call.recording.createdAt > now) return [];
    return [{ at: call.recording.createdAt, resource: twilioRecording(account, call, call.recording, now) }];
  });
}

/** Newest first. A page's token names the last of the page before, so that calls that begin meanwhile shift nothing. */
function page(url: URL, items: readonly Item[], name: 'calls' | 'recordings', largestPage: number) {
  const { isWithin } = readTwilioBounds(url.searchParams, name === 'calls' ? 'StartTime' : 'DateCreated');
  const sorted = items
    .filter(({ at }) => isWithin(at))
    .toSorted((a, b) => b.at.getTime() - a.at.getTime() || (a.resource.sid < b.resource.sid ? 1 : -1));
  const token = url.searchParams.get('PageToken')?.slice(2);
  const rest = token === undefined ? sorted : sorted.slice(sorted.findIndex(({ resource }) => resource.sid === token) + 1);
  const pageSize = Math.min(Number(url.searchParams.get('PageSize') ?? 50), largestPage);
  const shown = rest.slice(0, pageSize);
  const last = shown.at(-1);
  const next = new URL(url);
  if (last) next.searchParams.set('PageToken', `PA${last.resource.sid}`);
  return {
    [name]: shown.map(({ resource }) => resource),
    page_size: pageSize,
    uri: url.pathname + url.search,
    next_page_uri: last && rest.length > pageSize ? next.pathname + next.search : null,
  };
}
