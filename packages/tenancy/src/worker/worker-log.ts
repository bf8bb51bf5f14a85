/** Where a worker tells what happened, in pino's shape. Fields hold ids, counts and times alone. */
export interface WorkerLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
