import type { SharedDatabase } from '../data/shared-database.ts';
import type { Measurement } from '../measure/measurement.ts';
import type { CaseResult } from '../measure/result.ts';

export interface PartOptions {
  readonly isQuick: boolean;
  /** Whether there is time for ten million rows. */
  readonly isLarge: boolean;
  /** The works asked for, by the beginning of their names; all when empty. */
  readonly works: readonly string[];
  readonly shared: SharedDatabase;
  /** Takes what is to be compared with the targets once all parts have run. */
  readonly judge: (measurements: readonly Measurement[]) => void;
  readonly log: (line: string) => void;
  /** Puts what isn't a comparison into the results, beside the cases, under a name of its own. */
  readonly tell: (name: string, findings: object) => void;
}

/** One comparison, run by its name: `npm run bench -- NAME`. */
export interface Part {
  readonly name: string;
  run(options: PartOptions): Promise<CaseResult[]>;
}
