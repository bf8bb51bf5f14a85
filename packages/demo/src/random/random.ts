/** A stream of chance that repeats itself: the same seed gives the same stream on every machine. */
export interface Random {
  /** At least 0, below 1. */
  next(): number;
  between(low: number, high: number): number;
  /** Whole, both ends included. */
  whole(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** Picks by weight; at least one weight is positive. */
  pickWeighted<Item>(items: readonly (readonly [Item, number])[]): Item;
}
