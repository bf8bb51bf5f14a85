import type { Answer, Statement } from '../connections/statement.ts';
import { callSite } from '../guards/call-site.ts';
import { WorkWatch } from '../guards/work-watch.ts';
import { StatementFailed } from '../statement-failed.ts';
import { TenantClientEnded } from '../tenant-client-ended.ts';
import type { Entrant } from './entrant.ts';
import type { EntrySettings } from './entry-settings.ts';
import type { OnStatement } from './on-statement.ts';
import type { TenantStatements } from './tenant-statements.ts';

/** The way to the database that one piece of work holds. It stops working the moment the work is over, whoever still has it. */
export class WorkClient implements TenantStatements {
  readonly entrant: Entrant;
  readonly #statements: TenantStatements;
  readonly #onStatement: OnStatement | undefined;
  readonly #watch: WorkWatch | undefined;
  #endedBecause: string | undefined;
  #hasAsked = false;

  constructor(entrant: Entrant, statements: TenantStatements, { onStatement, guards }: Pick<EntrySettings, 'onStatement' | 'guards'>) {
    this.entrant = entrant;
    this.#statements = statements;
    this.#onStatement = onStatement;
    this.#watch = guards && new WorkWatch(guards);
  }

  /** Whether anything was asked, and with it the entry. */
  get hasAsked(): boolean {
    return this.#hasAsked;
  }

  /** Itself, or in development the same with the place in the code that asks. */
  fromHere(): TenantStatements {
    if (!this.#watch) return this;
    const at = callSite();
    return { ask: (statement) => this.ask(statement, at), role: () => this.role() };
  }

  ask(statement: Statement, at = 'unknown'): Promise<Answer> {
    if (this.#endedBecause !== undefined) {
      this.#watch?.afterItsEnd(at);
      return Promise.reject(new TenantClientEnded(this.#endedBecause));
    }
    this.#watch?.asked(statement.name, at);
    this.#hasAsked = true;
    const answer = this.#statements.ask(statement);
    return this.#onStatement ? this.#told(this.#onStatement, statement, answer) : answer;
  }

  role(): Promise<string> {
    if (this.#endedBecause !== undefined) return Promise.reject(new TenantClientEnded(this.#endedBecause));
    this.#hasAsked = true;
    return this.#statements.role();
  }

  end(because: string): void {
    this.#endedBecause ??= because;
  }

  async #told(onStatement: OnStatement, { name }: Statement, asked: Promise<Answer>): Promise<Answer> {
    const startedAt = performance.now();
    const tell = (rows: number, failure: string | undefined) =>
      onStatement({ orgId: this.entrant.caller.orgId, name, ms: performance.now() - startedAt, rows, failure });
    try {
      const answer = await asked;
      tell(answer.rows.length, undefined);
      return answer;
    } catch (error) {
      tell(0, error instanceof StatementFailed ? error.code : 'refused');
      throw error;
    }
  }
}
