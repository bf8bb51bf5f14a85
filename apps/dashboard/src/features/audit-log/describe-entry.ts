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
};
/** Those who act from within have no name of their own. */
const WITHIN: Readonly<Record<string, string>> = { job: 'A job', operator: 'An operator' };
/** How the log calls whoever isn't of its organisation: nothing of them is told. */
const OUTSIDER = 'outsider';

/** An entry in words: attempts to cross plainly, and of an outsider that nothing is told. */
export function describeEntry(entry: Pick<LogEntry, 'action' | 'actorKind' | 'actorName' | 'address' | 'detail'>): EntryWords {
  const isCrossing = entry.action.startsWith('crossing.');
  const isOutsider = entry.actorKind === OUTSIDER;
  return {
    title: actionWords(entry.action),
    note: noteOf(entry.detail, isCrossing),
    ...(isOutsider ? { who: 'Someone elsewhere', from: 'not told to you' } : actorWords(entry)),
    isCrossing,
    answer: answerOf(entry.action),
  };
}

function actorWords({ actorKind, actorName, address }: Pick<LogEntry, 'actorKind' | 'actorName' | 'address'>): {
  who: string;
  from: string;
} {
  const within = WITHIN[actorKind];
  if (within) return { who: within, from: 'inside' };
  return { who: actorName ?? 'Someone who is gone', from: [KINDS[actorKind] ?? actorKind, address].filter(Boolean).join(' · ') };
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
  if (action === 'job.fail') return 'Set aside';
  return action.startsWith('crossing.') ? 'Refused' : 'Done';
}
