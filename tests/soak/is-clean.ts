import type { SoakResult } from './run-soak.ts';

/** Whether nothing crossed and nothing was lost. */
export function isClean(result: SoakResult): boolean {
  const { foreignRows, shortAnswers, crossedWrites, leftInTransaction, connections, connectionsAtEnd, unforeseen } = result;
  return foreignRows + shortAnswers + crossedWrites + leftInTransaction + unforeseen.length === 0 && connectionsAtEnd === connections;
}
