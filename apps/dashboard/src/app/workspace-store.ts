import type { Session } from '../features/session/session.ts';
import { createWorkspace, type Workspace } from './workspace.ts';

/**
 * The workspace of whoever is signed in, in the organisation they chose. With either of them it is replaced: what the
 * old cache held is cleared, and what is still on its way for it is dropped.
 */
export class WorkspaceStore {
  #current: Workspace | null = null;
  readonly #listeners = new Set<() => void>();
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
    session.subscribe(() => this.#follow());
  }

  readonly current = (): Workspace | null => this.#current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #follow(): void {
    const state = this.#session.state();
    const left = this.#current;
    this.#current =
      state.kind === 'signed-in' ? createWorkspace(state.userId, state.orgId, this.#session.tokenFor(state.userId, state.orgId)) : null;
    this.#listeners.forEach((notify) => notify());
    if (left) forget(left);
  }
}

function forget({ queryClient }: Workspace): void {
  void queryClient.cancelQueries();
  queryClient.clear();
}
