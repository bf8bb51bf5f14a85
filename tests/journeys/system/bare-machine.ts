import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = realpathSync(fileURLToPath(new URL('../../..', import.meta.url)));

const KEPT = ['HOME', 'USER', 'LANG', 'TMPDIR', 'TZ'];

/** What somebody has who has just cloned the repository: the machine's own Node, and nothing of ours in the environment. */
export function bareMachine(): { node: string; variables: Record<string, string> } {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '' && !isOurs(folder));
  const node = folders.map((folder) => path.join(folder, 'node')).find((file) => existsSync(file)) ?? process.execPath;
  const kept = KEPT.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
  return { node, variables: { ...Object.fromEntries(kept), PATH: folders.join(path.delimiter) } };
}

function isOurs(folder: string): boolean {
  return folder.includes('node_modules') || (existsSync(folder) && realpathSync(folder).startsWith(ROOT));
}
