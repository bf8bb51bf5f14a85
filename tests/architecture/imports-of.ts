import type { SourceFile } from './source-file.ts';

export interface Import {
  /** As it is written: `./list-calls.ts`, `@ringfence/db/schema`, `pg`. */
  readonly target: string;
  /** Gone at run time. */
  readonly isTypeOnly: boolean;
}

const STATEMENT = /^(?:import|export)\s+(type\s+)?([^'";]*?)\s*from\s*'([^']+)'/gm;
const BARE = /^import\s*'([^']+)'/gm;
const DYNAMIC = /\bimport\(\s*'([^']+)'\s*\)/g;

/** What a file imports, whatever the form. Our formatter sees to it that statements begin a line and that quotes are single. */
export function importsOf({ source }: SourceFile): Import[] {
  const code = source.replaceAll(/^\s*(?:\/\/.*|\/?\*.*)$/gm, '');
  const statements = [...code.matchAll(STATEMENT)].map(([, type, names = '', target = '']) => ({
    target,
    isTypeOnly: Boolean(type) || namesOnlyTypes(names),
  }));
  const others = [...code.matchAll(BARE), ...code.matchAll(DYNAMIC)].map(([, target = '']) => ({ target, isTypeOnly: false }));
  return [...statements, ...others];
}

function namesOnlyTypes(names: string): boolean {
  const listed =
    /^\{(.*)\}$/s
      .exec(names.trim())?.[1]
      ?.split(',')
      .map((name) => name.trim())
      .filter(Boolean) ?? [];
  return listed.length > 0 && listed.every((name) => name.startsWith('type '));
}
