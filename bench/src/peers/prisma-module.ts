import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const FOLDER = new URL('../../prisma/', import.meta.url);
const SCHEMA = new URL('schema.prisma', FOLDER);
const CLIENT = new URL('generated/client.ts', FOLDER);

interface Extension {
  readonly query: {
    readonly $allModels: {
      $allOperations(operation: { args: unknown; query: (args: unknown) => PromiseLike<unknown> }): Promise<unknown>;
    };
  };
}

/** As much of the generated client as the peer uses. */
export interface PrismaClient {
  readonly call: Readonly<Record<'findMany' | 'findUnique' | 'create' | 'update', (args: object) => Promise<unknown>>>;
  $executeRaw(text: TemplateStringsArray, ...values: unknown[]): PromiseLike<unknown>;
  $transaction(steps: PromiseLike<unknown>[]): Promise<unknown[]>;
  $extends(extension: Extension): PrismaClient;
  $disconnect(): Promise<void>;
}

interface PrismaModule {
  readonly PrismaClient: new (options: { adapter: unknown }) => PrismaClient;
  readonly PrismaPg: new (pool: { connectionString: string; max: number }, options: { schema: string }) => unknown;
}

/** Prisma as the launcher installed it, its client generated if need be. @throws Error if it isn't there. */
export async function loadPrisma(): Promise<PrismaModule> {
  const installed = createRequire(FOLDER);
  if (!(await isNewer(CLIENT, SCHEMA))) await generate(installed.resolve('prisma/build/index.js'));
  const { PrismaClient } = asModule(await import(CLIENT.href));
  const { PrismaPg } = asModule(await import(installed.resolve('@prisma/adapter-pg')));
  return { PrismaClient, PrismaPg };
}

/** The generator needs no engine, but its command downloads one unless it is told of a program: any will do. */
async function generate(command: string): Promise<void> {
  await promisify(execFile)(process.execPath, [command, 'generate'], {
    cwd: fileURLToPath(FOLDER),
    env: {
      PATH: process.env['PATH'],
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      CHECKPOINT_DISABLE: '1',
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
    },
  });
}

async function isNewer(made: URL, source: URL): Promise<boolean> {
  const [madeAt, changedAt] = await Promise.all(
    [made, source].map((file) =>
      stat(file).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      ),
    ),
  );
  return (madeAt ?? 0) > (changedAt ?? 0);
}

/** Safe: what these two modules export is fixed by the versions in `bench/prisma/package-lock.json`; the comparison of answers proves it. */
function asModule(loaded: unknown): PrismaModule {
  return loaded as PrismaModule;
}
