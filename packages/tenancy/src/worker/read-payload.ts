const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The organisation that the queue's entry stamped (null if none is there), and what the task itself asked for. */
export function readPayload(payload: unknown): { orgId: string | null; own: unknown } {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return { orgId: null, own: payload };
  const { orgId, ...own } = payload as Record<string, unknown>;
  return { orgId: typeof orgId === 'string' && UUID.test(orgId) ? orgId.toLowerCase() : null, own };
}
