import { declareJob } from '@ringfence/domain/jobs';
import { writeAudit } from '@ringfence/platform/audit-log';
import { tenantTask, type TenantTask } from '@ringfence/tenancy/worker';
import { z } from 'zod';

/** A job that takes its time and then inserts one row. */
const Probe = z.strictObject({ number: z.int(), takesMs: z.int() });
type Probe = z.infer<typeof Probe>;

export const probeJob = declareJob<Probe>({ name: 'probe', payload: Probe, maxAttempts: 12, key: ({ number }) => String(number) });

/** What a run of a probe tells, beside its row. */
export interface ProbeOutside {
  began(number: number): void;
  ended(number: number): void;
  pause(forMs: number): Promise<unknown>;
}

export const probeTask: TenantTask<ProbeOutside> = tenantTask<typeof probeJob, ProbeOutside>(
  probeJob,
  async ({ tenant, payload, outside }) => {
    outside.began(payload.number);
    if (payload.takesMs > 0) await outside.pause(payload.takesMs);
    await tenant((db) => writeAudit(db, { action: 'job.fail', target: String(payload.number) }), { isOneTrip: true });
    outside.ended(payload.number);
  },
);
