import { type DestinationStream, type Logger, pino } from 'pino';
import { allowedFields } from './allowed-fields.ts';
import { describeError } from './describe-error.ts';

export type { Logger } from 'pino';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface LoggerOptions {
  readonly level: LogLevel;
  /** Which process speaks: `server`, `worker`, `supervisor`. */
  readonly name: string;
  /** Where lines go; standard output when missing. */
  readonly destination?: DestinationStream;
}

/** A logger of JSON lines. Only fields that `allowedFields` lists get out, so that a number, a name or a token can't by mistake. */
export function createLogger({ level, name, destination }: LoggerOptions): Logger {
  const options = {
    level,
    name,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: {
      level: (label: string) => ({ level: label }),
      log: allowedFields,
    },
    serializers: { err: describeError, error: describeError },
  };
  return destination ? pino(options, destination) : pino(options);
}
