import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Builds the dashboard unless turbo has this very build already. @throws Error with what the build said. */
export async function buildDashboard(variables: Readonly<Record<string, string>>): Promise<void> {
  const args = ['run', 'build', '--filter=@ringfence/dashboard', '--output-logs=errors-only', '--no-color'];
  const environment = { ...variables, TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1' };
  const turbo = spawn(`${ROOT}node_modules/.bin/turbo`, args, { cwd: ROOT, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  for (const stream of [turbo.stdout, turbo.stderr]) stream.setEncoding('utf8').on('data', (text: string) => said.push(text));
  await once(turbo, 'close');
  if (turbo.exitCode !== 0) throw new Error(`The dashboard could not be built:\n${said.join('')}`);
}
