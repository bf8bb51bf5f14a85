import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { lockDataFolder } from './lock-data-folder.ts';

const HOLDER = fileURLToPath(new URL('hold-lock.fixture.ts', import.meta.url));

test('a folder in use is refused with the process that has it, and free the moment that one is killed', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'ringfence-lock-'));
  const holder = spawn(process.execPath, [HOLDER, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(holder.stdout, 'data');
  expect(() => lockDataFolder(folder, 'for a command')).toThrow(`in use by process ${holder.pid} (a running Ringfence)`);
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  const lock = lockDataFolder(folder, 'for a command');
  expect(() => lockDataFolder(folder, 'to serve')).toThrow(`in use by process ${process.pid} (a ringfence command)`);
  lock.release();
  lockDataFolder(folder, 'to serve').release();
});
