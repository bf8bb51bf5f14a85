const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export interface ReadPayload {
  /** The organisation that the queue's entry stamped; null if none is there. */
  readonly orgId: string | null;
  /** The id that the entry gave the job; null for one that came another way. */
  readonly jobId: string | null;
  /** Which form of the task's payload this is. */
  readonly version: number;
  /** What the task itself asked for. */
  readonly own: unknown;
}

/** Takes a payload apart into what was stamped on it and what its task asked for. */
export function readPayload(payload: unknown): ReadPayload {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) {
    return { orgId: null, jobId: null, version: 1, own: payload };
  }
  const { orgId, jobId, payloadVersion, ...own } = payload as Record<string, unknown>;
  return {
    orgId: uuidOf(orgId),
    jobId: uuidOf(jobId),
    version: typeof payloadVersion === 'number' && Number.isInteger(payloadVersion) ? payloadVersion : 1,
    own,
  };
}

function uuidOf(value: unknown): string | null {
  return typeof value === 'string' && UUID.test(value) ? value.toLowerCase() : null;
}
