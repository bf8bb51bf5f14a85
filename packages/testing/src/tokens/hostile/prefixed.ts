/** The same tokens under names that begin so. */
export function prefixed(prefix: string, tokens: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(tokens).map(([what, token]) => [prefix + what, token]));
}
