import type { CompletenessDay } from './completeness.ts';

/** What of a day is missing here: "2 calls", "1 recording", both; null where nothing is. */
export function describeDifference({ difference, recordings }: Pick<CompletenessDay, 'difference' | 'recordings'>): string | null {
  const missing = [counted(difference, 'call'), counted(recordings.difference, 'recording')].filter((words) => words !== null);
  return missing.length === 0 ? null : `${missing.join(', ')} missing`;
}

function counted(count: number, noun: string): string | null {
  if (count <= 0) return null;
  return count === 1 ? `1 ${noun}` : `${count.toLocaleString('en')} ${noun}s`;
}
