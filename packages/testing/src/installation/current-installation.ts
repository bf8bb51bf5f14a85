import { afterAll } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../platform/start-test-platform.ts';
import { installationAt } from './installation-at.ts';
import { installationOfPlatform } from './installation-of-platform.ts';
import type { Installation } from './installation.ts';

let platform: Promise<TestPlatform> | undefined;
let installation: Promise<Installation> | undefined;

// Whoever imports the package in a test file has what it started stopped with the file.
afterAll(async () => {
  await (await platform)?.close();
});

/** What the functions of this package act on: the one at `RINGFENCE_URL`, or the platform of this test file. */
export function currentInstallation(): Promise<Installation> {
  const url = process.env['RINGFENCE_URL'];
  installation ??= url ? Promise.resolve(installationAt(url)) : startOne();
  return installation;
}

async function startOne(): Promise<Installation> {
  platform = startTestPlatform();
  return installationOfPlatform(await platform);
}
