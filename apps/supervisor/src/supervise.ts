import { lockDataFolder, prepareDataFolder } from '@ringfence/db/data-folder';
import { buildDashboard } from './build-dashboard.ts';
import { behindVite, programs, vite } from './programs.ts';
import type { SupervisorEnvironment } from './env.ts';
import { keepPostgres } from './keep-postgres.ts';
import { type ChildProgram, keepRunning, type KeptProgram } from './keep-running.ts';
import { type Database, openDatabase } from './open-database.ts';
import { settleEnvironment, type SettledEnvironment } from './settle-environment.ts';
import { tellProgress } from './tell-progress.ts';
import { untilReady } from './until-ready.ts';
import { watchSources } from './watch-sources.ts';

/** As people use it, or as its developers do: sources are watched, and the dashboard is served by Vite. */
export type Mode = 'serve' | 'develop';

interface Run {
  readonly environment: SettledEnvironment;
  readonly mode: Mode;
  /** What was started, to be ended in reverse. */
  readonly started: AsyncDisposableStack;
  readonly giveUp: (reason: unknown) => void;
}

/** Starts everything in its order and says when it is ready. Rejects when something can't go on; never resolves. */
export async function supervise(given: SupervisorEnvironment, mode: Mode, started: AsyncDisposableStack): Promise<never> {
  const dataDir = await prepareDataFolder(given.dataDir);
  const lock = lockDataFolder(dataDir, 'to serve');
  started.defer(() => lock.release());
  const environment = await settleEnvironment({ ...given, dataDir });
  const { promise: lost, reject: giveUp } = Promise.withResolvers<never>();
  await Promise.race([bringUp({ environment, mode, started, giveUp }), lost]);
  return lost;
}

async function bringUp(run: Run): Promise<void> {
  const { environment, mode } = run;
  const building = mode === 'serve' ? buildDashboard(environment.inherited) : Promise.resolve();
  const [{ database, signIns }] = await Promise.all([prepareDatabase(run), building]);
  tellProgress('Starting server and worker…');
  await (mode === 'serve' ? startPrograms(run, database) : startDevelopment(run, database));
  process.stdout.write(`${[`Ringfence is ready at ${environment.ownUrl}`, ...signIns].join('\n')}\n`);
}

async function prepareDatabase(run: Run): Promise<{ database: Database; signIns: string[] }> {
  tellProgress('Starting the database…');
  // Read while Postgres starts: the demo brings half of the product with it.
  const reading = import('./load-demo-data.ts');
  const database = await openDatabase(run.environment, run.environment.databaseUrl ?? (await startPostgres(run)));
  return { database, signIns: await (await reading).loadDemoData(run.environment, database) };
}

async function startPostgres({ environment, started, giveUp }: Run): Promise<string> {
  const postgres = await keepPostgres(environment.dataDir, giveUp);
  started.defer(() => postgres.stop());
  return postgres.databaseUrl;
}

async function startPrograms(run: Run, database: Database): Promise<void> {
  for (const program of programs(run.environment, database)) keep(program, run);
  await untilReady(run.environment.ownUrl);
}

async function startDevelopment(run: Run, database: Database): Promise<void> {
  const server = await behindVite(run.environment);
  const kept = programs(server, database).map((program) => keep(program, run));
  const watch = watchSources(() => kept.forEach((program) => program.restart()));
  run.started.defer(() => watch.stop());
  await untilReady(server.ownUrl);
  keep(vite(run.environment, server.ownUrl), run);
  await untilReady(run.environment.ownUrl);
}

function keep(program: ChildProgram, { started, giveUp }: Run): KeptProgram {
  const kept = keepRunning(program, giveUp);
  started.defer(() => kept.stop());
  return kept;
}
