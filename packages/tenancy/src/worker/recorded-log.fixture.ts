import type { WorkerLog } from './worker-log.ts';

export interface LogLine {
  readonly level: string;
  readonly message: string;
  readonly fields: Record<string, unknown>;
}

/** A log that keeps its lines. */
export function recordedLog(): WorkerLog & { readonly lines: LogLine[] } {
  const lines: LogLine[] = [];
  const write = (level: string) => (fields: object, message: string) => void lines.push({ level, message, fields: { ...fields } });
  return { lines, info: write('info'), warn: write('warn'), error: write('error') };
}
