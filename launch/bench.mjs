import { cleanEnvironment } from './clean-environment.mjs';
import { installWhenChanged } from './install-when-changed.mjs';
import { launch } from './launch.mjs';
import { LaunchFailure } from './launch-failure.mjs';

await installPrisma();
await launch('bench/src/main.ts');

/** A peer too big for the workspace, so that only the bench pays for it. Without it the bench runs all the same, and says what is missing. */
async function installPrisma() {
  try {
    await installWhenChanged({
      what: 'Prisma, one of the peers',
      lockFile: 'bench/prisma/package-lock.json',
      folder: 'bench/prisma/node_modules',
      command: ['npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund'],
      cwd: 'bench/prisma',
      environment: cleanEnvironment(),
    });
  } catch (error) {
    if (!(error instanceof LaunchFailure)) throw error;
    process.stderr.write(`${error.message}\n`);
  }
}
