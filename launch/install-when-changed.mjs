import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './root.mjs';
import { runInstaller } from './run-installer.mjs';
import { withLaunchLock } from './with-launch-lock.mjs';

/** Runs an installer unless `folder` carries the mark of this lock file. The mark comes last, so an install cut short runs again. */
export async function installWhenChanged({ what, lockFile, folder, command, cwd, environment }) {
  const mark = path.join(ROOT, folder, '.installed-by-ringfence');
  const wanted = createHash('sha256')
    .update(readFileSync(path.join(ROOT, lockFile)))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');
  if (isInstalled(mark, wanted)) return;
  await withLaunchLock(async () => {
    if (isInstalled(mark, wanted)) return;
    const startedAt = Date.now();
    process.stderr.write(`Installing ${what}…\n`);
    await runInstaller({ what, command, cwd: path.join(ROOT, cwd), environment });
    writeFileSync(mark, wanted);
    process.stderr.write(`Installed ${what} in ${((Date.now() - startedAt) / 1000).toFixed(1)} s\n`);
  });
}

function isInstalled(mark, wanted) {
  return existsSync(mark) && readFileSync(mark, 'utf8') === wanted;
}
