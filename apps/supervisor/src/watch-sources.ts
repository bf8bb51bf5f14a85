import { globSync, watch } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const FOLDERS = ['apps/{server,worker}/src', 'packages/*/src', 'packages/*/sql', 'db/{src,migrations}'];
/** An editor writes a file in several steps, and a branch switch many files. */
const SETTLE_MS = 150;

/** Calls back, once for a burst, when a source of server or worker changes. */
export function watchSources(onChange: () => void): { stop(): void } {
  let settling: NodeJS.Timeout | undefined;
  function note(): void {
    clearTimeout(settling);
    settling = setTimeout(onChange, SETTLE_MS);
  }
  const watchers = globSync(FOLDERS, { cwd: ROOT }).map((folder) => watch(path.join(ROOT, folder), { recursive: true }, note));
  return {
    stop() {
      clearTimeout(settling);
      for (const watcher of watchers) watcher.close();
    },
  };
}
