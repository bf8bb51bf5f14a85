import { ORGANIZATIONS } from '../chaos-amounts.ts';
import { catchUpJob } from '@ringfence/domain/connections';
import { enqueue } from '@ringfence/platform/jobs';
import { type Delivered, deliverCallbacks, type ProviderCall, type SeededRandom } from '@ringfence/testing/provider';
import { compareWithProvider, type Difference } from '../system/compare-with-provider.ts';
import { drainQueue } from '../system/drain-queue.ts';
import { type Line, openLines } from '../system/open-lines.ts';
import type { ChaosSystem } from '../system/start-chaos-system.ts';
import { type Stock, takeStock } from '../system/take-stock.ts';

export interface OutageResult extends Stock {
  readonly calls: number;
  readonly delivered: Delivered;
  /** Before the provider was asked for its own list, and afterwards. */
  readonly before: Difference;
  readonly after: Difference;
}

interface Happening {
  /** How many happen in bad weather, and how many while nobody listens. */
  readonly calls: number;
  readonly random: SeededRandom;
}

const WEATHER = { dropped: 0.1, doubled: 0.1 };
const AT_ONCE = 8;
/** Calls are spread over so much time before now. */
const SPREAD_MS = 10 * 60_000;
const MISSED_SHARE = 0.2;

/** Calls happen while callbacks are dropped and doubled, and again while the server is down; then the providers are asked for their lists. */
export async function missCallbacks(system: ChaosSystem, options: Happening): Promise<OutageResult> {
  const half = ORGANIZATIONS / 2;
  const lines = [...(await openLines(system, half, 'twilio')), ...(await openLines(system, half, 'vapi'))];
  const orgIds = lines.map(({ orgId }) => orgId);
  const { calls, random } = options;
  const delivered = [await deliver(system, placeCalls(system, lines, options), random)];
  await system.killServer();
  delivered.push(await deliver(system, placeCalls(system, lines, options), random));
  await system.startServer();
  await drainQueue(system.database, orgIds);
  const before = await compareWithProvider(system, lines);
  for (const { owner, connectionId } of lines) await system.app.inTenant(owner, (db) => enqueue(db, catchUpJob, { connectionId }));
  await drainQueue(system.database, orgIds);
  const expected = new Set(lines.flatMap(({ account }) => system.provider.callsOf(account).flatMap(({ recording }) => recording ?? [])));
  return {
    calls: 2 * calls,
    delivered: sumUp(delivered),
    before,
    after: await compareWithProvider(system, lines),
    ...(await takeStock(system, lines, expected)),
  };
}

interface Placed {
  readonly line: Line;
  readonly call: ProviderCall;
}

/** Lets calls happen, spread over ten minutes that are over; some of them nobody answers. */
function placeCalls({ provider }: ChaosSystem, lines: readonly Line[], { calls, random }: Happening): Placed[] {
  return Array.from({ length: calls }, (_, index) => {
    const line = lines[index % lines.length];
    if (!line) throw new TypeError('there is no line');
    const startedAt = new Date(Date.now() - 60_000 - Math.floor(random.next() * SPREAD_MS));
    const talkSeconds = random.chance(MISSED_SHARE) ? 0 : random.whole(1, 3);
    const phone = `+49151${random.whole(10_000_000, 99_999_999)}`;
    return { line, call: provider.placeCall(line.account, { startedAt, talkSeconds, phone }) };
  });
}

/** Tells of every call, many at once, in bad weather. */
async function deliver({ url }: ChaosSystem, placed: readonly Placed[], random: SeededRandom): Promise<Delivered> {
  const waiting = [...placed];
  const delivered: Delivered[] = [];
  async function tell(): Promise<void> {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const target = { url, publicUrl: url, connectionId: next.line.connectionId };
      delivered.push(await deliverCallbacks(next.call, target, { ...WEATHER, random }));
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, tell));
  return sumUp(delivered);
}

function sumUp(delivered: readonly Delivered[]): Delivered {
  const sum = (read: (one: Delivered) => number) => delivered.reduce((total, one) => total + read(one), 0);
  return {
    taken: sum(({ taken }) => taken),
    dropped: sum(({ dropped }) => dropped),
    doubled: sum(({ doubled }) => doubled),
    lost: sum(({ lost }) => lost),
  };
}
