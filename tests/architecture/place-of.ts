/** The package that a path or an import belongs to: `db`, `platform`, `dashboard`; null for what isn't ours. */
export function packageOfPath(path: string): string | null {
  return /^(?:apps|packages)\/([^/]+)\//.exec(path)?.[1] ?? /^(db|tests|bench|examples|launch)\//.exec(path)?.[1] ?? null;
}

export function packageOfImport(target: string): string | null {
  return /^@ringfence\/([^/]+)/.exec(target)?.[1] ?? null;
}

/** The file that a relative import names, from the root. */
export function resolveImport(from: string, target: string): string | null {
  if (!target.startsWith('.')) return null;
  return new URL(target, `file:///${from}`).pathname.slice(1);
}
