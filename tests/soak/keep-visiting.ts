import type { Tenancy } from '@ringfence/tenancy';
import type { SoakMember } from './soak-database.ts';
import { SOAK } from './soak-options.ts';
import type { SoakTally } from './soak-tally.ts';
import { type Visit, VISITS } from './visits.ts';

/** One in so many requests is cancelled, at once or within some milliseconds. */
const CANCELLED_SHARE = 0.03;
const CANCELLED_WITHIN_MS = 4;
const ALL_SHARES = VISITS.reduce((sum, { share }) => sum + share, 0);

/** Makes `transactions` visits, many at once, and `halfway` in the middle. */
export async function keepVisiting(
  tenancy: Tenancy,
  members: readonly SoakMember[],
  tally: SoakTally,
  { transactions, random, halfway }: { transactions: number; random: () => number; halfway: () => void },
): Promise<void> {
  let begun = 0;
  async function request(): Promise<void> {
    while (begun < transactions) {
      if ((begun += 1) === Math.ceil(transactions / 2)) halfway();
      await makeVisit(tenancy, members, tally, random);
    }
  }
  await Promise.all(Array.from({ length: SOAK.requests }, request));
}

async function makeVisit(tenancy: Tenancy, members: readonly SoakMember[], tally: SoakTally, random: () => number): Promise<void> {
  const member = members[Math.floor(random() * members.length)];
  if (!member) throw new TypeError('there is no organisation');
  const caller = { orgId: member.orgId, actor: { kind: 'user', id: member.userId } } as const;
  const cancelling = random() < CANCELLED_SHARE ? new AbortController() : undefined;
  const timer = cancelling && setTimeout(() => cancelling.abort(), random() * CANCELLED_WITHIN_MS);
  if (cancelling) tally.cancelled += 1;
  try {
    await chosenVisit(random)({ tenancy, caller, tally, random, signal: cancelling?.signal });
    tally.done += 1;
  } catch (error) {
    tally.failed(error);
  } finally {
    clearTimeout(timer);
  }
}

function chosenVisit(random: () => number): (visit: Visit) => Promise<void> {
  let rest = random() * ALL_SHARES;
  for (const { share, visit } of VISITS) if ((rest -= share) < 0) return visit;
  throw new TypeError('the shares do not add up');
}
