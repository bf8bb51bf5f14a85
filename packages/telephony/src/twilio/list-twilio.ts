import { type ListedItem, ListFailed, type ListWindow } from '@ringfence/domain/connections';
import { arrayAt, type AskList } from '../lists/ask-list.ts';
import { understand } from '../understand.ts';
import { formOfResource } from './form-of-resource.ts';
import { listedCallReader } from './listed-call-reader.ts';
import { listedRecordingReader } from './listed-recording-reader.ts';
import { readField, readInstant } from './read-field.ts';
import { ACCOUNT_SID } from './sid.ts';

export const TWILIO_API = 'https://api.twilio.com';
const PAGE_SIZE = 1000;

const LISTS = {
  call: { resource: 'Calls', property: 'calls', bound: 'StartTime', at: ['start_time', 'date_created'], reader: listedCallReader },
  recording: { resource: 'Recordings', property: 'recordings', bound: 'DateCreated', at: ['date_created'], reader: listedRecordingReader },
} as const;

/** Waiting for what comes of them. */
const UNFINISHED = ['queued', 'initiated', 'ringing', 'in-progress', 'paused', 'processing'];

/**
 * A Twilio account's calls, and after them its recordings, of a time: a page at a time, the newest first.
 * Source: Twilio Voice API, Calls and Recordings: bounds are days in UTC, both midnights included, so that they are asked for more widely
 * and cut here; `next_page_uri` leads on.
 */
export async function* listTwilio(ask: AskList, accountId: string, window: ListWindow): AsyncGenerator<ListedItem[]> {
  if (!ACCOUNT_SID.test(accountId)) throw new ListFailed('unreadable', "The account id isn't one of Twilio's.");
  for (const kind of ['call', 'recording'] as const) {
    const { resource, property, bound } = LISTS[kind];
    const path = `/2010-04-01/Accounts/${accountId}/${resource}.json`;
    const days = { [`${bound}>`]: dayOf(window.from), [`${bound}<`]: dayOf(new Date(window.to.getTime() + DAY_MS - 1)) };
    let next: string | null = `${path}?${new URLSearchParams({ ...days, PageSize: String(PAGE_SIZE) }).toString()}`;
    while (next !== null) {
      const page = await ask(next);
      yield arrayAt(page, property).flatMap((item) => readItem(kind, item, window));
      next = nextPage(page, path);
    }
  }
}

const DAY_MS = 86_400_000;

function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

function readItem(kind: ListedItem['kind'], item: unknown, { from, to }: ListWindow): ListedItem[] {
  const { at: names, reader } = LISTS[kind];
  const fields = formOfResource(item);
  const at = names.map((name) => readInstant(fields, name)).find((instant) => instant !== null);
  const reference = readField(fields, 'sid');
  if (!at || reference === null) throw new ListFailed('unreadable', `An entry of the provider's list names no ${at ? 'id' : 'time'}.`);
  if (at < from || at >= to) return [];
  const body = Buffer.from(JSON.stringify(item));
  const isFinished = !UNFINISHED.includes(readField(fields, 'status') ?? '');
  return [{ kind, reference, at, isFinished, body, understood: understand(reader, { raw: body, content: item }) }];
}

/** The way on, which never leaves the list it came from: the account's token goes with it. */
function nextPage(page: unknown, path: string): string | null {
  const next = formOfResource(page).get('next_page_uri')?.[0];
  if (next === undefined || next === '') return null;
  if (!next.startsWith(`${path}?`)) throw new ListFailed('unreadable', "The provider's list leads to another one.");
  return next;
}
