const KEY = /^org\/[0-9a-f-]{36}\/recordings\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})-(\d{1,9})$/;

export interface NamedObject {
  readonly recordingId: string;
  /** Of the lease it was stored under. */
  readonly number: number;
}

/** What `objectKey` was given; null for a name that it doesn't make. */
export function parseObjectKey(key: string): NamedObject | null {
  const [, recordingId, number] = KEY.exec(key) ?? [];
  return recordingId === undefined ? null : { recordingId, number: Number(number) };
}
