import { instantOf } from '../clock/instant-of.ts';
import type { LocalDay } from '../clock/local-day.ts';
import type { Script } from '../dialogue/script.ts';
import type { DemoOrganization } from '../organizations/demo-organization.ts';
import type { Way } from '../organizations/habits.ts';
import { createRandom } from '../random/create-random.ts';
import type { Random } from '../random/random.ts';
import type { DemoCall } from './demo-call.ts';
import { holdTalk } from './hold-talk.ts';
import type { Party } from './party.ts';
import { pickParty } from './pick-party.ts';
import type { Roster } from './roster.ts';

export interface CallPlace {
  readonly organization: DemoOrganization;
  readonly day: LocalDay;
  /** After midnight. */
  readonly second: number;
  readonly key: string;
  readonly roster: Roster;
}

const MEDIAN_TALK_MS = 78_000;
const SHORTEST_TALK_MS = 7_000;
const LONGEST_TALK_MS = [1_200_000, 1_600_000] as const;
const MACHINE_MS = [9_000, 34_000] as const;

/** Decides one call: who, which line, how it goes, how long it lasts. */
export function planCall({ organization, day, second, key, roster }: CallPlace): DemoCall {
  const random = createRandom(key);
  const { habits, lines } = organization;
  const hours = habits.openHours[day.weekday];
  const isOpen = hours ? second >= hours[0] * 3600 && second < hours[1] * 3600 : false;
  const direction = isOpen && random.chance(habits.outboundShare) ? 'outbound' : 'inbound';
  const line = random.pickWeighted(lines.map((candidate) => [candidate, candidate.weight] as const));
  const startedAt = instantOf(day, second, organization.timeZone);
  const colleague = roster.findFree(line.colleagues, startedAt);
  const kind = direction === 'outbound' ? 'outbound' : isOpen ? 'inboundOpen' : 'inboundClosed';
  const way = roster.nextWay(
    kind,
    habits[kind].filter(([candidate]) => candidate.takenBy !== 'person' || colleague !== null),
    random,
  );
  const ringMs = Math.round(random.between(way.ringSeconds[0], way.ringSeconds[1]) * 1000);
  const party = pickParty(organization, direction, way, random);
  const facts = {
    key,
    direction,
    line,
    startedAt,
    ringMs,
    party: party.address,
    outcome: way.outcome,
    takenBy: way.takenBy,
    recording: 'none',
  } as const;
  if (way.takenBy !== 'assistant') {
    const talkMs = personTalkMs(way, random);
    if (colleague !== null && way.takenBy === 'person') roster.occupy(colleague, startedAt.getTime() + ringMs + talkMs);
    return {
      ...facts,
      colleague: direction === 'outbound' || way.takenBy ? colleague : null,
      talkMs,
      endedReason: way.endedReason,
      talk: null,
    };
  }
  const script = roster.pickRare(party.address, fitting(organization, { direction, isOpen, party, way }), random);
  const talk = holdTalk(organization, script, party, startedAt, random);
  const talkMs = (talk.segments.at(-1)?.endMs ?? 0) + (script.endedReason === 'silence-timed-out' ? 12_000 : random.whole(500, 1600));
  return { ...facts, colleague: null, talkMs, endedReason: way.endedReason ?? script.endedReason, talk };
}

/** Real calls are mostly short, with a long tail: the logarithm of their length is spread evenly around its middle. */
function personTalkMs(way: Way, random: Random): number {
  if (way.outcome === 'voicemail') return random.whole(...MACHINE_MS);
  if (way.outcome !== 'answered') return 0;
  const spread = (random.next() + random.next() + random.next() - 1.5) * 2.1;
  return Math.round(Math.min(random.between(...LONGEST_TALK_MS), Math.max(SHORTEST_TALK_MS, MEDIAN_TALK_MS * Math.exp(spread))));
}

interface Situation {
  readonly direction: DemoCall['direction'];
  readonly isOpen: boolean;
  readonly party: Party;
  readonly way: Way;
}

function fitting({ scripts }: DemoOrganization, { direction, isOpen, party, way }: Situation): Script[] {
  const possible = scripts.filter(
    (script) =>
      script.direction === direction &&
      (script.hours === 'any' || (script.hours === 'open') === isOpen) &&
      (script.endedReason === 'voicemail') === (way.outcome === 'voicemail'),
  );
  const right = possible.filter((script) => script.by.includes(party.role));
  return right.length > 0 ? right : possible.filter((script) => script.by.includes('stranger'));
}
