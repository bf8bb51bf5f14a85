/** How many people call one organisation, or are called by it. */
export const NUMBERS_PER_ORGANIZATION = 50;

export const OWN_NUMBER = '+15125550188';
const CUSTOMER_PREFIX = '+1415';

export function customerNumber(n: number): string {
  return CUSTOMER_PREFIX + String(5_550_000 + n);
}

/** The same in SQL, of an expression that counts from 0. */
export function customerNumberSql(expression: string): string {
  return `'${CUSTOMER_PREFIX}' || (5550000 + ${expression})`;
}
