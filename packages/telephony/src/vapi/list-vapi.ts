import { type ListedItem, ListFailed, type ListWindow } from '@ringfence/domain/connections';
import { cleanText } from '../clean-text.ts';
import type { AskList } from '../lists/ask-list.ts';
import { understand } from '../understand.ts';
import { readTime, valueAt } from './json-value.ts';
import { listedCallReader } from './listed-call-reader.ts';

export const VAPI_API = 'https://api.vapi.ai';
/** A call is analysed, and its sound brought together, once it is over. */
const SETTLING_MS = 15 * 60_000;
const UNFINISHED = ['scheduled', 'queued', 'ringing', 'in-progress', 'forwarding'];
/** Calls come with their transcripts, so that few of them make a large page. */
const PAGE_SIZE = 100;

/**
 * A Vapi organisation's calls of a time, a page at a time, the newest first. The list has no token that leads on: the next page ends
 * where this one did, and what stood at the seam is told apart by its id.
 * Source: Vapi's OpenAPI document, CallController_findAll.
 */
export async function* listVapi(ask: AskList, { from, to }: ListWindow): AsyncGenerator<ListedItem[]> {
  const seen = new Set<string>();
  let end = new Date(to.getTime() - 1);
  for (;;) {
    const bounds = { createdAtGe: from.toISOString(), createdAtLe: end.toISOString(), limit: String(PAGE_SIZE) };
    const page = await ask(`/call?${new URLSearchParams(bounds).toString()}`);
    if (!Array.isArray(page)) throw new ListFailed('unreadable', 'The provider answered with something that is no list.');
    const items = page.map(readItem).filter(({ reference }) => !seen.has(reference));
    for (const { reference } of items) seen.add(reference);
    yield items;
    if (page.length === 0) return;
    const oldest = items.reduce((earliest, { at }) => (at < earliest ? at : earliest), end);
    // A page of nothing new: either all that was left stood at the seam, or it ends a millisecond earlier at last.
    end = oldest < end ? oldest : new Date(end.getTime() - 1);
    if (end < from) return;
  }
}

function readItem(item: unknown): ListedItem {
  const [reference, at] = [cleanText(valueAt(item, 'id'), 200), readTime(valueAt(item, 'createdAt'))];
  if (reference === null || at === null) throw new ListFailed('unreadable', "An entry of the provider's list names no id or time.");
  const body = Buffer.from(JSON.stringify(item));
  const isFinished = hasSettled(item);
  return { kind: 'call', reference, at, isFinished, body, understood: understand(listedCallReader, { raw: body, content: item }) };
}

function hasSettled(item: unknown): boolean {
  const endedAt = readTime(valueAt(item, 'endedAt'));
  return !UNFINISHED.includes(cleanText(valueAt(item, 'status'), 40) ?? '') && !(endedAt && Date.now() - endedAt.getTime() < SETTLING_MS);
}
