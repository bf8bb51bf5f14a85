import type { JobDeclaration } from './declare-job.ts';

/** Work that comes by itself, as data. A tick is a whole multiple of `everyMs` since 1970, by the database's clock. */
export interface ScheduleDeclaration {
  readonly name: string;
  readonly everyMs: number;
  /**
   * `public.<findDue>(as_of timestamptz) returns setof uuid`: the organisations that have work as of a time, by one indexed query. A
   * definer function of ringfence_lookup, granted to ringfence_worker alone.
   */
  readonly findDue: string;
  /** Runs once per organisation and tick. Names nothing: it looks for what is due inside its organisation. */
  readonly job: JobDeclaration<Record<string, never>>;
}

/**
 * Declares a schedule once. Each organisation that is due gets one job per tick, however many workers there are. Ticks that passed while
 * no worker lived aren't made up for: the first one afterwards finds all that is due by then.
 */
export function declareSchedule(declaration: ScheduleDeclaration): ScheduleDeclaration {
  return declaration;
}
