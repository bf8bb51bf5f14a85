import type { Caller } from '../caller.ts';
import type { ContextKey } from '../context-key.ts';
import { signContext } from '../sign-context.ts';

const CONTEXT_LIFE_MS = 60_000;
const MOST_KEPT = 10_000;

/** Signs contexts, and uses one again for half of its life: what the database looks up at the entry is never kept. */
export function createSigner(key: ContextKey): (caller: Caller) => string {
  const kept = new Map<string, { readonly context: string; readonly reuseUntil: number }>();
  return (caller) => {
    const { orgId, actor } = caller;
    const name = `${orgId}.${actor.kind}.${actor.id}`;
    const now = Date.now();
    const known = kept.get(name);
    if (known && now < known.reuseUntil) return known.context;
    if (kept.size >= MOST_KEPT) kept.clear();
    const context = signContext(key, caller, now + CONTEXT_LIFE_MS);
    kept.set(name, { context, reuseUntil: now + CONTEXT_LIFE_MS / 2 });
    return context;
  };
}
