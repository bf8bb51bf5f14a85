import { AsyncLocalStorage } from 'node:async_hooks';

/** Brings back what better-auth answers with a bare 500 and keeps to itself. */
export interface FailureMemory {
  /** Called by better-auth with whatever it is about to answer. */
  note(cause: unknown): void;
  /** Runs what answers a request. @throws what stood behind a 500, without a word of it in the log but its name */
  rethrow(answer: () => Promise<Response>, log: (level: 'error', message: string) => void): Promise<Response>;
}

export function createFailureMemory(): FailureMemory {
  const noted = new AsyncLocalStorage<{ cause: unknown }>();
  return {
    note(cause) {
      const memory = noted.getStore();
      if (memory) memory.cause = cause;
    },
    rethrow: (answer, log) =>
      noted.run({ cause: undefined }, async () => {
        const response = await answer();
        const cause = noted.getStore()?.cause;
        if (response.status < 500 || cause === undefined) return response;
        log('error', `a sign-in route failed: ${cause instanceof Error ? cause.name : typeof cause}`);
        return Promise.reject(cause instanceof Error ? cause : new Error('not an error was thrown', { cause }));
      }),
  };
}
