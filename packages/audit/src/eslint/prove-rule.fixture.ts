import { beforeAll, describe, expect, test } from 'vitest';
import { type Asked, type Linted, lintWithBoth } from './lint-with-both.fixture.ts';

/** A sin, its mending, and what only looks like it. Lines to be found end in `// found`. */
export interface RuleCase {
  readonly name: string;
  readonly sinned: string;
  readonly mended: string;
  readonly lookAlike: string;
}

/** Shows, in oxlint and in ESLint, that a rule is silent on what is right, finds each sin on its line, and falls silent once it is mended. */
export function proveRule(asked: Asked, clean: string, cases: readonly RuleCase[]): void {
  describe(asked.rule, () => {
    const sources = [clean, ...cases.flatMap(({ sinned, mended, lookAlike }) => [sinned, mended, lookAlike])];
    let linted: Linted;

    beforeAll(async () => {
      linted = await lintWithBoth(asked, sources);
    });

    function linesIn(source: string): number[] {
      const found = linted.oxlint[sources.indexOf(source)] ?? [];
      return [...new Set(found.map(({ line }) => line))];
    }

    test('finds nothing in what is right', () => {
      expect(linesIn(clean)).toEqual([]);
    });

    test.each(cases)('$name: found where it is, gone once mended, and not seen where it only looks so', ({ sinned, mended, lookAlike }) => {
      expect(markedLines(sinned)).not.toEqual([]);
      expect(linesIn(sinned)).toEqual(markedLines(sinned));
      expect(linesIn(mended)).toEqual([]);
      expect(linesIn(lookAlike)).toEqual([]);
    });

    test('oxlint and ESLint find the same', () => {
      expect(linted.eslint).toEqual(linted.oxlint);
    });
  });
}

function markedLines(source: string): number[] {
  return source.split('\n').flatMap((line, index) => (line.endsWith('// found') ? [index + 1] : []));
}
