import type { CaseResult } from '../measure/result.ts';

export interface PartOptions {
  readonly isQuick: boolean;
  readonly log: (line: string) => void;
}

/** One comparison, run by its name: `npm run bench -- NAME`. */
export interface Part {
  readonly name: string;
  run(options: PartOptions): Promise<CaseResult[]>;
}
