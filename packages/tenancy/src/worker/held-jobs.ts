/** The jobs that a worker holds: each from its begin until it is settled, which may be after its slot took the next one. */
export interface HeldJobs {
  readonly ids: ReadonlySet<string>;
  begin(id: string): void;
  end(id: string): void;
  /** Ends it when `finished` does, which never fails. */
  endAfter(id: string, finished: Promise<void>): void;
  /** Resolves when nothing is left to be finished. */
  settled(): Promise<void>;
}

export function heldJobs(): HeldJobs {
  const ids = new Set<string>();
  const finishing = new Set<Promise<void>>();
  return {
    ids,
    begin: (id) => void ids.add(id),
    end: (id) => void ids.delete(id),
    endAfter(id, finished) {
      const ended = finished.then(() => {
        ids.delete(id);
        finishing.delete(ended);
      });
      finishing.add(ended);
    },
    async settled() {
      await Promise.all(finishing);
    },
  };
}
