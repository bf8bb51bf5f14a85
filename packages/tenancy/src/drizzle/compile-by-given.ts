import { compile, type Compiled, type CompiledBuild } from './compile.ts';
import type { PlaceholderValues } from './fill-values.ts';

/** Says whether a value is given: what a query's optional conditions hang on. */
export type IsGiven<Values> = (name: keyof Values & string) => boolean;

/**
 * For a query whose conditions depend on what is given: one is built for each set of given names, when that set first comes. A value
 * that is undefined isn't given.
 */
export function compileByGiven<Values extends PlaceholderValues, Result>(
  build: (
    query: Parameters<CompiledBuild<Values, Result>>[0],
    given: Parameters<CompiledBuild<Values, Result>>[1],
    isGiven: IsGiven<Values>,
  ) => ReturnType<CompiledBuild<Values, Result>>,
): Compiled<Values, Result> {
  const byNames = new Map<string, Compiled<Values, Result>>();
  return (db, values) => {
    const names = Object.keys(values).filter((name) => values[name] !== undefined);
    const key = names.toSorted().join();
    const compiled = byNames.get(key) ?? compile<Values, Result>((query, given) => build(query, given, (name) => names.includes(name)));
    byNames.set(key, compiled);
    return compiled(db, values);
  };
}
