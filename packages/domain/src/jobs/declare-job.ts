import type { z } from 'zod';

/** A job as data: its name in the queue and its payload, without the organisation, which the database stamps. */
export interface JobDeclaration<Payload> {
  readonly name: string;
  /** 1 unless said; raised when the payload takes another form. A worker leaves jobs of a later version to the workers that know it. */
  readonly version?: number;
  readonly payload: z.ZodType<Payload>;
  /** An earlier version's payload in this one's form: what was queued before a deployment runs after it. What then doesn't fit is refused. */
  upgrade?(payload: unknown, version: number): unknown;
  readonly maxAttempts: number;
  /** What makes two jobs of one organisation the same; the organisation is put before it. */
  key(payload: Payload): string;
}

/** Declares a job once, so that a verb enqueues it without knowing its handler. */
export function declareJob<Payload>(declaration: JobDeclaration<Payload>): JobDeclaration<Payload> {
  return declaration;
}
