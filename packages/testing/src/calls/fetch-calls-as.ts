import { createRingfenceClient, type RingfenceOutputs } from '@ringfence/client';
import { currentInstallation } from '../installation/current-installation.ts';
import type { TestUser } from '../users/create-test-user.ts';

type CallItem = RingfenceOutputs['calls']['list']['items'][number];

/** An item of `calls.list`, with the other party as it was given. */
export type FetchedCall = CallItem & { readonly phone: string | null };

/** Every call that a user sees, newest first, page by page through the API. */
export async function fetchCallsAs({ token }: Pick<TestUser, 'token'>): Promise<FetchedCall[]> {
  const { url } = await currentInstallation();
  const { calls } = createRingfenceClient({ url, token });
  const items: CallItem[] = [];
  let cursor: string | null = null;
  do {
    const page: RingfenceOutputs['calls']['list'] = await calls.list.query({ limit: 200, ...(cursor === null ? {} : { cursor }) });
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items.map((item) => ({ ...item, phone: item.direction === 'inbound' ? item.fromAddress : item.toAddress }));
}
