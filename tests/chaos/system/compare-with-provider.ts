import type { Line } from './open-lines.ts';
import type { ChaosSystem } from './start-chaos-system.ts';

/** How the organisations' calls differ from what their providers have. */
export interface Difference {
  /** The provider's calls that aren't here, and its recordings. */
  readonly missingCalls: number;
  readonly missingRecordings: number;
  /** Calls and legs that are here beyond the provider's: twice, or nobody's. */
  readonly surplus: number;
  /** Calls that are over, and not here. */
  readonly unfinished: number;
  /** What the connections say of themselves: the sum over all days of what their provider's list had more. */
  readonly told: number;
}

interface Leg {
  readonly orgId: string;
  readonly reference: string;
}

const LEGS = `select org_id as "orgId", reference from public.call_logs where org_id = any ($1)`;
const RECORDINGS = `select org_id as "orgId", reference from public.recordings where org_id = any ($1)`;
const COUNTS = `
  select (select count(*)::int from public.calls where org_id = any ($1)) as calls,
    (select count(*)::int from public.calls where org_id = any ($1) and status in ('ringing', 'in-progress')) as unfinished,
    (select coalesce(sum(abs(listed_calls - known_calls) + abs(listed_recordings - known_recordings)), 0)::int
     from public.connection_days where org_id = any ($1)) as told`;

export async function compareWithProvider({ database, provider }: ChaosSystem, lines: readonly Line[]): Promise<Difference> {
  const orgIds = [lines.map(({ orgId }) => orgId)];
  const nameOf = ({ orgId, reference }: Leg) => `${orgId} ${reference}`;
  const legs = await database.query<Leg>(LEGS, orgIds);
  const recordings = new Set((await database.query<Leg>(RECORDINGS, orgIds)).map(nameOf));
  const [counts] = await database.query<{ calls: number; unfinished: number; told: number }>(COUNTS, orgIds);
  const known = new Set(legs.map(nameOf));
  const listed = lines.flatMap(({ orgId, account }) => provider.callsOf(account).map((call) => ({ orgId, ...call })));
  const here = listed.filter((call) => known.has(nameOf(call)));
  const sounds = listed.flatMap(({ orgId, recording }) => (recording ? [nameOf({ orgId, reference: recording.reference })] : []));
  return {
    missingCalls: listed.length - here.length,
    missingRecordings: sounds.filter((name) => !recordings.has(name)).length,
    surplus: legs.length - here.length + (counts?.calls ?? 0) - here.length,
    unfinished: counts?.unfinished ?? 0,
    told: counts?.told ?? 0,
  };
}
