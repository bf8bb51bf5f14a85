import type { CaseResult } from '../measure/result.ts';

/** What was done under which load, in words. */
export function describeLoad({ work, clients, latencyMs }: Pick<CaseResult, 'work' | 'clients' | 'latencyMs'>): string {
  const network = latencyMs > 0 ? `, ${latencyMs} ms to the database` : '';
  return `${work}, ${clients} ${clients === 1 ? 'client' : 'clients'}${network}`;
}
