import { listen } from '@ringfence/db';
import { RateLimited } from '@ringfence/domain';
import { CALLS_CHANNEL } from '@ringfence/platform/calls';
import { z } from 'zod';
import { createWatcher, type Watcher } from './create-watcher.ts';

/** Each stream looks into the database every few seconds: one organisation's must leave room for the others'. */
const MOST_OF_ONE_ORGANIZATION = 200;
const RETRY_AFTER_MS = 30_000;

const Change = z.object({ org: z.uuid(), call: z.uuid() });

export interface CallFeed {
  /** Ids of one organisation's calls as they change; see `ProceduresOutside.watchCalls`. @throws RateLimited for one stream too many. */
  watch(orgId: string, signal: AbortSignal): AsyncIterable<readonly string[]>;
  /** Begins to listen. */
  open(): Promise<void>;
  /** Ends every stream, so that its client connects again elsewhere. */
  close(): Promise<void>;
}

/** Hands a server's one LISTEN on to the streams of the organisation that a notification names. */
export function createCallFeed(databaseUrl: string, onUnreadable: () => void): CallFeed {
  const watchers = new Map<string, Set<Watcher>>();
  let listening: { stop(): Promise<void> } | undefined;

  function tell(payload: string): void {
    const change = readChange(payload);
    if (!change) return onUnreadable();
    for (const watcher of watchers.get(change.org) ?? []) watcher.tell(change.call);
  }

  /** After a lost connection nobody knows what was missed: the clients come back and resume from their last event. */
  function endAll(why: string): void {
    for (const watcher of [...watchers.values()].flatMap((set) => [...set])) watcher.end(why);
  }

  return {
    watch(orgId, signal) {
      const ofOrganization = watchers.get(orgId) ?? new Set();
      if (ofOrganization.size >= MOST_OF_ONE_ORGANIZATION) throw new RateLimited(RETRY_AFTER_MS);
      watchers.set(orgId, ofOrganization);
      const watcher = createWatcher(() => {
        ofOrganization.delete(watcher);
        if (ofOrganization.size === 0 && watchers.get(orgId) === ofOrganization) watchers.delete(orgId);
      }, signal);
      ofOrganization.add(watcher);
      return watcher;
    },
    async open() {
      listening = await listen(databaseUrl, CALLS_CHANNEL, tell, () => endAll('the notifications were interrupted'));
    },
    async close() {
      endAll('the server stops');
      await listening?.stop();
    },
  };
}

function readChange(payload: string): z.infer<typeof Change> | null {
  try {
    return Change.parse(JSON.parse(payload));
  } catch {
    return null;
  }
}
