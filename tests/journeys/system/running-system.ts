import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from './free-port.ts';
import { copyPreparedData } from './prepared-data.ts';
import { readSignIns, type SignIn } from './read-sign-ins.ts';
import { type RingfenceRun, startRingfence } from './start-ringfence.ts';

/** A whole Ringfence that runs on a data folder and a port of its own, with the demo in it. */
export interface RunningSystem {
  readonly url: string;
  readonly dataDir: string;
  readonly variables: Readonly<Record<string, string>>;
  /** The demo's, as they were printed. */
  readonly signIns: readonly SignIn[];
  readonly run: RingfenceRun;
  /** Ends it as Ctrl-C does and removes all it made. */
  stop(): Promise<void>;
}

export async function startSystem(more: Readonly<Record<string, string>> = {}): Promise<RunningSystem> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'ringfence-journey-'));
  const variables = { RINGFENCE_DATA_DIR: dataDir, PORT: String(await freePort()), ...more };
  await copyPreparedData(dataDir);
  const run = startRingfence(variables);
  await run.ready();
  const signIns = readSignIns(run.lines());
  return {
    url: `http://127.0.0.1:${variables.PORT}`,
    dataDir,
    variables,
    signIns,
    run,
    async stop() {
      run.kill('SIGTERM');
      await run.ended;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
