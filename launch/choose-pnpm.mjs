import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { LaunchFailure } from './launch-failure.mjs';
import { ROOT } from './root.mjs';

/** The pnpm that came from npm, a program by itself; where there is none for this machine, the one on the search path. */
export function choosePnpm() {
  const installed = path.join(ROOT, `launch/node_modules/@pnpm/exe.${process.platform}-${process.arch}/pnpm`);
  if (existsSync(installed)) return installed;
  const found = (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, 'pnpm'));
  const onSearchPath = found.find(isExecutable);
  if (onSearchPath) return onSearchPath;
  throw new LaunchFailure(
    `Ringfence needs pnpm 12, and launch/ has none for ${process.platform}-${process.arch}: install it, then run this again.`,
  );
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
