import { readdir, readFile } from 'node:fs/promises';
import { Client } from 'pg';

/** What Postgres' processes have spent, in microseconds, by process id. */
export type SpentByProcess = ReadonlyMap<string, number>;

/** Prepares to read what Postgres spends. @throws Error where there is no /proc: Linux alone tells. */
export async function backendCpu(databaseUrl: string): Promise<() => Promise<SpentByProcess>> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const postmaster = await parentOf(String(rows[0]?.pid));
  await client.end();
  if (postmaster === undefined) throw new Error('this system does not tell what its processes spend');
  return async () => {
    const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
    const parents = await Promise.all(processes.map(parentOf));
    const ours = processes.filter((_, index) => parents[index] === postmaster);
    return new Map(await Promise.all(ours.map(async (pid) => [pid, await runTimeUs(pid)] as const)));
  };
}

/** What was spent between two readings by the processes that were there at both. */
export function spentBetween(before: SpentByProcess, after: SpentByProcess): number {
  return [...after].reduce((sum, [pid, us]) => sum + us - (before.get(pid) ?? us), 0);
}

async function parentOf(pid: string): Promise<string | undefined> {
  const stat = await readGone(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
}

/** The first number of schedstat: nanoseconds on a processor. */
async function runTimeUs(pid: string): Promise<number> {
  return Number((await readGone(`/proc/${pid}/schedstat`)).split(' ')[0]) / 1000;
}

/** A process may be gone by the time it is read: then it has spent nothing more. */
function readGone(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '');
}
