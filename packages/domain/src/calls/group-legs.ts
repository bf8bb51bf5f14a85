/** A leg by its own name, and the names by which it knows others. */
export interface NamedLeg {
  /** Unique: two connections may use one reference. */
  readonly key: string;
  readonly reference: string;
  /** The legs it says it belongs to: who dialled it, or the same call as another provider names it. */
  readonly names: ReadonlySet<string>;
}

/**
 * Puts the legs of one conversation together: those that name one another, and those that name the same third, whether or not that one was
 * ever heard of. In the order in which their first legs were given.
 */
export function groupLegs<Leg extends NamedLeg>(legs: readonly Leg[]): Leg[][] {
  const named = new Set(legs.flatMap(({ names }) => [...names]));
  const groups = createGroups();
  for (const { key, reference, names } of legs) {
    if (named.has(reference)) groups.join(`leg ${key}`, `name ${reference}`);
    for (const name of names) groups.join(`leg ${key}`, `name ${name}`);
  }
  const byGroup = new Map<string, Leg[]>();
  for (const leg of legs) {
    const group = groups.of(`leg ${leg.key}`);
    byGroup.set(group, [...(byGroup.get(group) ?? []), leg]);
  }
  return [...byGroup.values()];
}

/** Disjoint sets: each points to another of its group until one that points to itself. */
function createGroups() {
  const parents = new Map<string, string>();
  function of(item: string): string {
    let found = item;
    for (let parent = parents.get(found); parent !== undefined && parent !== found; parent = parents.get(found)) found = parent;
    parents.set(item, found);
    return found;
  }
  return { of, join: (one: string, other: string) => void parents.set(of(one), of(other)) };
}
