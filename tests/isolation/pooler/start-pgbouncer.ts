import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { freePort } from '../../journeys/system/free-port.ts';

const PLACES = ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer', '/usr/local/bin/pgbouncer', '/opt/homebrew/bin/pgbouncer'];
const CONNECTIONS = 3;

export interface PgBouncer {
  /** The same log-in and database, through the pooler. */
  through(url: string): string;
  stop(): Promise<void>;
}

/** Where a PgBouncer is installed, or null: Debian's package `pgbouncer` brings one. */
export async function findPgBouncer(): Promise<string | null> {
  for (const place of PLACES) {
    const isThere = await access(place).then(
      () => true,
      () => false,
    );
    if (isThere) return place;
  }
  return null;
}

/** A pooler in transaction mode before a Postgres, with fewer connections than it has clients. Knows the log-ins of the given addresses. */
export async function startPgBouncer(program: string, urls: readonly string[]): Promise<PgBouncer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'ringfence-pgbouncer-'));
  const port = await freePort();
  const server = new URL(urls[0] ?? '');
  const users = urls.map((url) => new URL(url)).map(({ username, password }) => `"${username}" "${decodeURIComponent(password)}"`);
  await writeFile(path.join(folder, 'users.txt'), `${users.join('\n')}\n`);
  await writeFile(path.join(folder, 'pgbouncer.ini'), configuration(folder, server, port));
  await chmod(folder, 0o755);
  // It refuses to run as root.
  const child = spawn(program, [...(process.getuid?.() === 0 ? ['-u', 'nobody'] : []), path.join(folder, 'pgbouncer.ini')], {
    stdio: 'ignore',
  });
  const through = (url: string) => {
    const other = new URL(url);
    [other.hostname, other.port] = ['127.0.0.1', String(port)];
    return other.href;
  };
  await untilAnswering(through(urls[0] ?? ''));
  return {
    through,
    async stop() {
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function configuration(folder: string, server: URL, port: number): string {
  return [
    '[databases]',
    `* = host=${server.hostname} port=${server.port}`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${port}`,
    'unix_socket_dir =',
    'pool_mode = transaction',
    'auth_type = trust',
    `auth_file = ${path.join(folder, 'users.txt')}`,
    `default_pool_size = ${CONNECTIONS}`,
    'max_client_conn = 200',
    '',
  ].join('\n');
}

async function untilAnswering(url: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (attempt === 100) throw error;
      await pause(50);
    }
  }
}
