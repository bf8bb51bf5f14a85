/** Calls of many organisations in a schema of their own, told apart by size and by how they are spread. */
export interface DataSet {
  /** Where its table `calls` lies: the search path of whoever works on it. */
  readonly schema: string;
  readonly organizations: number;
  readonly rows: number;
  /** A few organisations hold and ask for most (Zipf, exponent 1), instead of all the same. */
  readonly isSkewed: boolean;
}

/** What the product itself uses; the other data sets are copies of its tables elsewhere. */
export const PRODUCT_SCHEMA = 'public';
