/**
 * Collects what is asked in one turn of the event loop and hands it over together, when every promise that could go on has gone on:
 * statements of one `Promise.all`, or of parallel procedures, travel as one.
 */
export class Gather<Item> {
  readonly #hand: (items: Item[]) => void;
  #items: Item[] = [];
  #isDue = false;

  constructor(hand: (items: Item[]) => void) {
    this.#hand = hand;
  }

  add(...items: readonly Item[]): void {
    this.#items.push(...items);
    if (this.#isDue) return;
    this.#isDue = true;
    process.nextTick(() => this.flush());
  }

  flush(): void {
    if (!this.#isDue) return;
    this.#isDue = false;
    const items = this.#items;
    this.#items = [];
    this.#hand(items);
  }
}
