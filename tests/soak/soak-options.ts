export interface SoakOptions {
  /** How many transactions are begun; what they ask is chosen by `seed`. */
  readonly transactions: number;
  readonly seed: number;
}

/** What isn't to be chosen: so many organisations share so few connections, and so many requests are under way at once. */
export const SOAK = { organizations: 200, leadsEach: 5, connections: 8, requests: 32 } as const;
