/** A job that somebody retries or cancels, as the database gives it. */
export interface TakenJob extends Record<string, unknown> {
  readonly task: string;
  readonly payload: unknown;
  readonly is_running: boolean;
}
