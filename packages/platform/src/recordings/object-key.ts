/** Where a recording's bytes are. The lease number is in it, so that a worker that lost its lease can't touch what another stored. */
export function objectKey(orgId: string, { recordingId, number }: { recordingId: string; number: number }): string {
  return `org/${orgId}/recordings/${recordingId}-${number}`;
}
