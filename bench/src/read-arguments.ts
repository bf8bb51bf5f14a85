import { parseArgs } from 'node:util';

export interface BenchArguments {
  readonly parts: readonly string[];
  readonly isQuick: boolean;
  readonly isLarge: boolean;
  readonly works: readonly string[];
  /** Whether picture and tables go into the README. */
  readonly isPublished: boolean;
}

/** `[NAME…] [--quick] [--large] [--works list,detail] [--publish]`. @throws TypeError in words for whoever called. */
export function readArguments(args: readonly string[], known: readonly string[]): BenchArguments {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      large: { type: 'boolean', default: false },
      publish: { type: 'boolean', default: false },
      works: { type: 'string', default: '' },
    },
  });
  const unknown = positionals.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new TypeError(`No part of the bench is called ${unknown}. There are: ${known.join(', ')}.`);
  return {
    parts: positionals,
    isQuick: values.quick,
    isLarge: values.large,
    isPublished: values.publish,
    works: values.works.split(',').filter(Boolean),
  };
}
