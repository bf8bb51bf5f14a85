import type { z } from 'zod';

/** A job as data: its name in the queue and its payload, without the organisation, which the database stamps. */
export interface JobDeclaration<Payload> {
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
  readonly maxAttempts: number;
  /** What makes two jobs of one organisation the same; the organisation is put before it. */
  key(payload: Payload): string;
}

/** Declares a job once, so that a verb enqueues it without knowing its handler. */
export function declareJob<Payload>(declaration: JobDeclaration<Payload>): JobDeclaration<Payload> {
  return declaration;
}
