import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** For which the package brings the libraries that a bare system lacks (libnss3 and its like). */
const LIBRARIES_FOR = 'AWS_Lambda_nodejs22.x';
const PRINT_PATH = fileURLToPath(new URL('print-chromium-path.ts', import.meta.url));

/** The package's own names folders of Amazon's machines, so no font would be found. */
const FONT_SETTINGS = '<?xml version="1.0"?><fontconfig><dir prefix="relative">fonts</dir></fontconfig>';

/**
 * Unpacks npm's Chromium once for each user and version and says in which folder. Whoever comes at the same time unpacks beside it,
 * and the first whole folder stays.
 */
export async function unpackChromium(): Promise<string> {
  const uid = process.getuid?.() ?? 0;
  const folder = path.join(tmpdir(), `ringfence-chromium-${readVersion()}-of-${uid}`);
  if (existsSync(folder)) return owned(folder, uid);
  const fresh = mkdtempSync(`${folder}-`);
  await promisify(execFile)(process.execPath, [PRINT_PATH], { env: { ...process.env, TMPDIR: fresh, AWS_EXECUTION_ENV: LIBRARIES_FOR } });
  writeFileSync(path.join(fresh, 'fonts/fonts.conf'), FONT_SETTINGS);
  try {
    renameSync(fresh, folder);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return owned(folder, uid);
}

/** What lies in the temporary folder under a name of ours might be somebody else's program. */
function owned(folder: string, uid: number): string {
  if (statSync(folder).uid !== uid) throw new Error(`${folder} belongs to another user: remove it, then run the tests again.`);
  return folder;
}

function readVersion(): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(path.join(path.dirname(entry), '../package.json'), 'utf8')) as { version: string };
  return version;
}
