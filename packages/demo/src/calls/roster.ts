import type { Way } from '../organizations/habits.ts';
import type { Random } from '../random/random.ts';

/** Keeps a person from being in two calls at once, a conversation from being held twice in a row, and rare ways from never coming. */
export class Roster {
  readonly #gone = new Map<string, number>();
  readonly #busyUntil = new Map<string, number>();
  readonly #held = new Map<string, number>();

  /** Somebody who is free, the first named first; null when all are talking. */
  findFree(colleagues: readonly string[], at: Date): string | null {
    return colleagues.find((name) => (this.#busyUntil.get(name) ?? 0) <= at.getTime()) ?? null;
  }

  occupy(colleague: string, until: number): void {
    this.#busyUntil.set(colleague, until);
  }

  /** Of a kind of call, the way that is most overdue by its weight, give or take. */
  nextWay(kind: string, ways: readonly (readonly [Way, number])[], random: Random): Way {
    const counted = ways.map(([way, weight]) => ({ way, weight, key: `${kind}/${way.outcome}/${way.takenBy}` }));
    const weights = counted.reduce((total, { weight }) => total + weight, 0);
    const calls = counted.reduce((total, { key }) => total + this.#countOf(key), 1);
    const overdue = counted.map(({ way, weight, key }) => ({
      way,
      key,
      by: (calls * weight) / weights - this.#countOf(key) + random.next() * 0.8,
    }));
    const { way, key } = overdue.reduce((most, other) => (other.by > most.by ? other : most));
    this.#gone.set(key, this.#countOf(key) + 1);
    return way;
  }

  #countOf(key: string): number {
    return this.#gone.get(key) ?? 0;
  }

  /** Picks what was picked least so far, with a little chance, and for the same party hardly ever the same again. */
  pickRare<Item extends { readonly name: string }>(party: string, items: readonly Item[], random: Random): Item {
    const weighted = items.map((item) => [item, this.#rarity(item.name) * this.#rarity(`${party}/${item.name}`) ** 2] as const);
    const picked = random.pickWeighted(weighted);
    for (const key of [picked.name, `${party}/${picked.name}`]) this.#held.set(key, (this.#held.get(key) ?? 0) + 1);
    return picked;
  }

  #rarity(key: string): number {
    return 1 / (1 + (this.#held.get(key) ?? 0)) ** 3;
  }
}
