import { AsyncLocalStorage } from 'node:async_hooks';
import { Readable } from 'node:stream';
import type { JobsOutside, OpenSound } from '@ringfence/platform/outside';
import type { Caller, Tenancy, TenantDb, TransactionOptions } from '@ringfence/tenancy';
import type { StepInjector } from './open-step-injector.ts';

/** What nobody waits for: sealing is arithmetic, and a list is read piece by piece. */
const UNAWAITED = new Set<string | symbol>(['sealing', 'list']);

type Asked = (...asked: readonly unknown[]) => Promise<unknown>;

/** Makes a step of everything that jobs await of the world outside, whatever there is; the sound that flows in is one more. */
export function faultyOutside(outside: JobsOutside, injector: StepInjector): JobsOutside {
  const { recordingSource } = outside;
  const flowing = async (...asked: Parameters<typeof recordingSource.open>): Promise<OpenSound> => {
    const sound = await recordingSource.open(...asked);
    return { ...sound, stream: Readable.from(flow(sound.stream, injector)) };
  };
  return everyAwait({ ...outside, recordingSource: { open: flowing } }, '', injector);
}

/** The database, as a job reaches it. */
export function faultyTenancy(tenancy: Tenancy, injector: StepInjector): Pick<Tenancy, 'inTenant'> {
  return {
    inTenant: <T>(caller: Caller, work: (db: TenantDb) => Promise<T>, options?: TransactionOptions) =>
      injector.transaction(() => tenancy.inTenant<T>(caller, work, options)),
  };
}

function everyAwait<Part extends object>(part: Part, name: string, injector: StepInjector): Part {
  return new Proxy(part, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (UNAWAITED.has(key)) return value;
      const path = `${name}${String(key)}`;
      if (typeof value === 'function') return (...asked: unknown[]) => injector.step(path, () => awaited(value).apply(target, asked));
      return typeof value === 'object' && value !== null ? everyAwait(value, `${path}.`, injector) : value;
    },
  });
}

/** Safe: what isn't awaited was left out by its name. */
function awaited(value: unknown): Asked {
  return value as Asked;
}

/** The sound, which may break off in the middle of its first piece. */
async function* flow(stream: Readable, injector: StepInjector): AsyncGenerator<Buffer> {
  const inAttempt = AsyncLocalStorage.snapshot();
  const pieces: AsyncIterable<Buffer> = stream;
  let isBegun = false;
  for await (const piece of pieces) {
    const half = Math.ceil(piece.length / 2);
    yield piece.subarray(0, half);
    if (!isBegun) await inAttempt(() => injector.step('recordingSource.sound', async () => {}));
    isBegun = true;
    yield piece.subarray(half);
  }
}
