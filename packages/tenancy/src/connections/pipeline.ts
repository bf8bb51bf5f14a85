import type { Arrival, Journey } from './journey.ts';
import type { TenantConnection } from './tenant-connection.ts';

interface Traveller {
  readonly journey: Journey;
  readonly since: number;
  arrive(arrival: Arrival): void;
}

export interface PipelineOptions {
  readonly maxConnections: number;
  /** The longest that one journey may take, milliseconds; then its connection is thrown away. */
  readonly limitMs: number;
  take(): Promise<TenantConnection>;
  /** Behind a pooler each travels alone: what follows a Sync may reach another server process. */
  isPooled(): boolean;
}

/** Whoever comes last waits for all before. */
const MOST_TOGETHER = 8;

/**
 * Brings transactions of one round trip to the next free connection. While all are busy they gather, and those that gathered travel in
 * one write, each closed by a Sync of its own: a system call costs more than a query that finds its rows by an index.
 */
export class Pipeline {
  readonly #options: PipelineOptions;
  readonly #waiting: Traveller[] = [];
  /** How many wait for a connection on behalf of those who wait here. */
  #takers = 0;

  constructor(options: PipelineOptions) {
    this.#options = options;
  }

  /** Never rejects; what was asked hears for itself. */
  run(journey: Journey): Promise<Arrival> {
    return new Promise((arrive) => {
      this.#waiting.push({ journey, since: performance.now(), arrive });
      this.#takeWhereNeeded();
    });
  }

  #takeWhereNeeded(): void {
    if (this.#takers < Math.min(this.#waiting.length, this.#options.maxConnections)) void this.#take();
  }

  async #take(): Promise<void> {
    this.#takers += 1;
    const since = performance.now();
    const connection = await this.#options.take().catch((failure: unknown) => ({ failure }));
    if ('failure' in connection) this.#refuse(connection.failure, since);
    const share = 'failure' in connection ? [] : this.#share();
    this.#takers -= 1;
    this.#takeWhereNeeded();
    if ('failure' in connection) return;
    if (share.length === 0) connection.release();
    else await this.#send(connection, share);
  }

  /** None that waited as long as the one who took in vain gets a connection in time. */
  #refuse(failure: unknown, since: number): void {
    const late = this.#waiting.findIndex((traveller) => traveller.since > since);
    for (const { arrive } of this.#waiting.splice(0, late === -1 ? this.#waiting.length : Math.max(late, 1)))
      arrive({ failure, wasBehindOthers: false });
  }

  /** Those who waited longest, as many as leave something for each connection that is about to come. */
  #share(): Traveller[] {
    const most = this.#options.isPooled() ? 1 : Math.min(Math.ceil(this.#waiting.length / this.#takers), MOST_TOGETHER);
    const last = this.#waiting.findIndex(({ journey }) => !journey.isShareable);
    return this.#waiting.splice(0, last === -1 ? most : Math.min(most, last + 1));
  }

  async #send(connection: TenantConnection, share: readonly Traveller[]): Promise<void> {
    const timer = setTimeout(() => connection.destroy(), this.#options.limitMs);
    let hasFailed = false;
    for (const [index, ending] of connection.runEach(share.map(({ journey }) => journey.ask())).entries()) {
      const ended = await ending;
      timer.refresh();
      const traveller = share[index];
      if (traveller?.journey.spoils()) connection.spoil();
      traveller?.arrive({ ...ended, wasBehindOthers: index > 0 });
      hasFailed = ended !== undefined;
    }
    clearTimeout(timer);
    if (hasFailed) await connection.releaseAfterFailure();
    else connection.release();
  }
}
