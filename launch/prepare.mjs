import { chooseNode } from './choose-node.mjs';
import { cleanEnvironment } from './clean-environment.mjs';
import { installWhenChanged } from './install-when-changed.mjs';
import { choosePnpm } from './choose-pnpm.mjs';
import { loadQuickly } from './load-quickly.mjs';
import path from 'node:path';
import { ROOT } from './root.mjs';

/** Node 24, pnpm and the workspace's packages, each installed only when its lock file changed; nothing but registries is asked. */
export async function prepare() {
  await installWhenChanged({
    what: 'pnpm and Node 24',
    lockFile: 'launch/package-lock.json',
    folder: 'launch/node_modules',
    command: ['npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund'],
    cwd: 'launch',
    environment: cleanEnvironment(),
  });
  const node = chooseNode();
  const pnpm = choosePnpm();
  const searchPath = [path.dirname(node), path.dirname(pnpm), path.join(ROOT, 'node_modules/.bin')];
  const environment = cleanEnvironment(searchPath);
  await installWhenChanged({
    what: 'packages',
    lockFile: 'pnpm-lock.yaml',
    folder: 'node_modules',
    command: [pnpm, 'install', '--frozen-lockfile'],
    cwd: '.',
    environment: { ...environment, CI: '1' },
  });
  return { node, environment: loadQuickly(environment) };
}
