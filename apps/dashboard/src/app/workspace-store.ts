import type { RingfenceClient } from '@ringfence/client';
import type { Session } from '../features/session/session.ts';
import { createWorkspace, type Workspace } from './workspace.ts';

/** What the pages stand on just now. */
export interface WorkspaceState {
  /** null while nobody is signed in, and while one moves from one organisation to another. */
  readonly workspace: Workspace | null;
  readonly isMoving: boolean;
  /** Why the last move did not come to its end, or null. */
  readonly failure: unknown;
}

/**
 * The workspace of whoever is signed in, in the organisation they chose. With either of them it is replaced: its requests are
 * ended, what it held is cleared, and what is still on its way for it is dropped.
 */
export class WorkspaceStore {
  #state: WorkspaceState = { workspace: null, isMoving: false, failure: null };
  readonly #listeners = new Set<() => void>();
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
    session.subscribe(() => this.#follow());
  }

  readonly current = (): WorkspaceState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /**
   * Goes to another organisation: lets go of the one shown before `work` asks the server for the other, and opens what the
   * sign-in's next token names. When that fails, the one before is opened anew, with `failure` set.
   */
  async move(work: (client: RingfenceClient) => Promise<void>): Promise<void> {
    const left = this.#state.workspace;
    if (!left || this.#state.isMoving) return;
    const passage = this.#create(left.userId, left.orgId);
    this.#become({ workspace: null, isMoving: true, failure: null });
    try {
      await work(passage.client);
      await this.#session.renew();
      this.#arrive(null);
    } catch (failure) {
      console.error(failure);
      this.#arrive(failure);
    } finally {
      passage.close();
    }
  }

  #arrive(failure: unknown): void {
    this.#become({ workspace: this.#ofSession(), isMoving: false, failure });
  }

  #follow(): void {
    if (!this.#state.isMoving) this.#arrive(null);
  }

  #ofSession(): Workspace | null {
    const state = this.#session.state();
    return state.kind === 'signed-in' ? this.#create(state.userId, state.orgId) : null;
  }

  #create(userId: string, orgId: string | null): Workspace {
    return createWorkspace(userId, orgId, this.#session.tokenFor(userId, orgId));
  }

  #become(next: WorkspaceState): void {
    const left = this.#state.workspace;
    this.#state = next;
    this.#listeners.forEach((notify) => notify());
    left?.close();
  }
}
