import type { TenantTask } from '@ringfence/tenancy/worker';
import type { StepInjector } from './open-step-injector.ts';

/** A task of which every run is an attempt at the recording that it names. */
export function attemptAtRecording<Outside>(task: TenantTask<Outside>, injector: StepInjector): TenantTask<Outside> {
  return {
    name: task.name,
    version: task.version,
    accept(payload, version) {
      const handle = task.accept(payload, version);
      return handle && ((context) => injector.attempt(recordingIdOf(payload), () => handle(context)));
    },
  };
}

function recordingIdOf(payload: unknown): string {
  if (typeof payload !== 'object' || payload === null || !('recordingId' in payload)) throw new TypeError('the payload names no recording');
  return String(payload.recordingId);
}
