import { existsSync } from 'node:fs';
import path from 'node:path';
import { LaunchFailure } from './launch-failure.mjs';
import { ROOT } from './root.mjs';

const OLDEST_NODE = 24;

/** The Node that runs this if it is new enough, else the one that came from npm. */
export function chooseNode() {
  if (Number.parseInt(process.versions.node, 10) >= OLDEST_NODE) return process.execPath;
  const installed = path.join(ROOT, `launch/node_modules/node-${process.platform}-${process.arch}/bin/node`);
  if (existsSync(installed)) return installed;
  throw new LaunchFailure(
    `Ringfence needs Node ${OLDEST_NODE}, and npm has none for ${process.platform}-${process.arch}: install it, then run this again.`,
  );
}
