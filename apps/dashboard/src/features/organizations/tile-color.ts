const TILE_COLORS = ['var(--org-1)', 'var(--org-2)', 'var(--org-3)', 'var(--org-4)'] as const;

/** One of four quiet colours, always the same for an id, so that two organisations are rarely mistaken for each other. */
export function tileColor(orgId: string): string {
  let hash = 2166136261; // FNV-1a
  for (const letter of orgId) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619);
  return TILE_COLORS[(hash >>> 0) % TILE_COLORS.length] ?? TILE_COLORS[0];
}
