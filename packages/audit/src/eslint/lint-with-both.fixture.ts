import * as parser from '@typescript-eslint/parser';
import { type ESLint, Linter } from 'eslint';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { plugin } from './plugin.ts';

/** What one linter found in one file: lines, with their messages. */
export type Found = readonly { readonly line: number; readonly message: string }[];

export interface Linted {
  readonly oxlint: readonly Found[];
  readonly eslint: readonly Found[];
}

export interface Asked {
  readonly rule: keyof typeof plugin.rules;
  readonly options?: readonly unknown[];
}

const SETTINGS = { ringfence: { schema: ['@ringfence/db/schema'], globalTables: ['users'] } };
const OXLINT = fileURLToPath(new URL('../../../../node_modules/.bin/oxlint', import.meta.url));
const PLUGIN = fileURLToPath(new URL('./index.ts', import.meta.url));

/** Lints sources with one rule, as a person would: by the oxlint binary, from files, and by ESLint with typescript-eslint's parser. */
export async function lintWithBoth({ rule, options = [] }: Asked, sources: readonly string[]): Promise<Linted> {
  const rules: Linter.RulesRecord = { [`ringfence/${rule}`]: ['error', ...options] };
  return { oxlint: await withOxlint(rules, sources), eslint: withEslint(rules, sources) };
}

interface OxlintReport {
  readonly diagnostics: readonly {
    readonly filename: string;
    readonly message: string;
    readonly code?: string;
    readonly labels: readonly { readonly span: { readonly line: number } }[];
  }[];
}

async function withOxlint(rules: Linter.RulesRecord, sources: readonly string[]): Promise<Found[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'ringfence-lint-'));
  try {
    const config = { jsPlugins: [PLUGIN], categories: { correctness: 'off' }, rules, settings: SETTINGS };
    await writeFile(path.join(folder, '.oxlintrc.json'), JSON.stringify(config));
    await Promise.all(sources.map((source, index) => writeFile(path.join(folder, `${index}.ts`), source)));
    const { diagnostics }: OxlintReport = JSON.parse(await outputOf(OXLINT, ['--format', 'json'], folder));
    const unnamed = diagnostics.filter(({ code }) => code === undefined);
    if (unnamed.length > 0) throw new Error(`oxlint could not run: ${unnamed.map(({ message }) => message).join(', ')}`);
    return sources.map((_, index) =>
      byLine(
        diagnostics
          .filter(({ filename }) => path.basename(filename) === `${index}.ts`)
          .map(({ labels, message }) => ({ line: labels[0]?.span.line ?? 0, message })),
      ),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** oxlint's exit status says that something was found, which is no failure here. */
function outputOf(program: string, args: readonly string[], cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(program, args, { cwd }, (error, stdout) => {
      if (stdout.trimStart().startsWith('{')) resolve(stdout);
      else reject(error ?? new Error(stdout));
    });
  });
}

function withEslint(rules: Linter.RulesRecord, sources: readonly string[]): Found[] {
  const linter = new Linter();
  const config: Linter.Config = {
    files: ['**/*.ts'],
    plugins: { ringfence: asEslintPlugin(plugin) },
    languageOptions: { parser },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    rules,
    settings: SETTINGS,
  };
  return sources.map((source) => byLine(linter.verify(source, config, 'source.ts').map(({ line, message }) => ({ line, message }))));
}

/** Safe: oxlint has ESLint's own interface, as the comparison of the two shows; only their names for the tree's nodes differ. */
function asEslintPlugin(ours: typeof plugin): ESLint.Plugin {
  return ours as never;
}

function byLine(found: Found): Found {
  return found.toSorted((a, b) => a.line - b.line || (a.message < b.message ? -1 : 1));
}
