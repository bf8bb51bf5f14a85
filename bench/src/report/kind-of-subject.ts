import type { BarKind } from '../picture/bar.ts';

/** What a subject's name says of how it keeps tenants apart. */
export function kindOfSubject(subject: string): BarKind {
  if (subject.startsWith('Ringfence')) return 'ours';
  return subject.endsWith('no isolation') ? 'open' : 'isolated';
}
