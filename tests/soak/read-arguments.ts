import { parseArgs } from 'node:util';
import type { SoakOptions } from './soak-options.ts';

const A_MILLION = '1000000';

/** `[--transactions N] [--seed N]`. @throws TypeError in words for whoever called. */
export function readArguments(args: readonly string[]): SoakOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { transactions: { type: 'string', default: A_MILLION }, seed: { type: 'string', default: '1' } },
  });
  return { transactions: wholeNumber('--transactions', values.transactions), seed: wholeNumber('--seed', values.seed) };
}

function wholeNumber(name: string, text: string): number {
  if (!/^[1-9]\d{0,9}$/.test(text)) throw new TypeError(`${name}: expected a whole number above 0, not "${text}".`);
  return Number(text);
}
