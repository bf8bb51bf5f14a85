import { actionWords } from './action-words.ts';
import type { LogEntry } from './log-entry.ts';

export interface EntryWords {
  /** What happened. */
  readonly title: string;
  /** How often and what came of it; null where there is nothing to add. */
  readonly note: string | null;
  /** Who, or what may not be known of them. */
  readonly who: string;
  /** What they are and from where. */
  readonly from: string;
  readonly isCrossing: boolean;
  readonly answer: string;
}

const KINDS: Readonly<Record<string, string>> = {
  user: 'Member',
  'api-key': 'API key',
  connection: 'Connection',
  job: 'Job',
  operator: 'Operator',
};
/** How the log calls whoever isn't of its organisation: nothing of them is told. */
const OUTSIDER = 'outsider';

/** An entry in words: attempts to cross plainly, and of an outsider that nothing is told. */
export function describeEntry(entry: Pick<LogEntry, 'action' | 'actorKind' | 'actorName' | 'address' | 'detail'>): EntryWords {
  const isCrossing = entry.action.startsWith('crossing.');
  const isOutsider = entry.actorKind === OUTSIDER;
  return {
    title: actionWords(entry.action),
    note: noteOf(entry.detail, isCrossing),
    who: isOutsider ? 'Someone elsewhere' : (entry.actorName ?? 'Someone who is gone'),
    from: isOutsider ? 'not told to you' : [KINDS[entry.actorKind] ?? entry.actorKind, entry.address].filter(Boolean).join(' · '),
    isCrossing,
    answer: answerOf(entry.action),
  };
}

function noteOf(detail: LogEntry['detail'], isCrossing: boolean): string | null {
  const { count, from, to, role, reason } = detail;
  if (isCrossing) {
    const times = typeof count === 'number' && count > 1 ? `${count} times. ` : '';
    return `${times}Nothing was shown or changed.`;
  }
  if (from !== undefined && to !== undefined) return `From ${from} to ${to}`;
  if (role !== undefined) return `As ${role}`;
  return reason === undefined ? null : String(reason);
}

function answerOf(action: string): string {
  if (action === 'crossing.attempt' || action === 'crossing.named') return 'Not found';
  if (action === 'crossing.job' || action === 'job.fail') return 'Set aside';
  return action.startsWith('crossing.') ? 'Refused' : 'Done';
}
