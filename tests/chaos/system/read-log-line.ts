/** A line of a program's log, as far as it matters here. */
export interface LogLine {
  readonly level?: string;
  readonly msg?: string;
  readonly poolId?: string;
}

/** A line of the log, or null for what is none: a process that was killed ends in the middle of a line. */
export function readLogLine(line: string): LogLine | null {
  if (!line.startsWith('{')) return null;
  try {
    return JSON.parse(line) as LogLine;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
