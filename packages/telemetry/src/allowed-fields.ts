/**
 * The fields that a log line may carry: ids of ours, counts, times, fixed words. Whatever isn't listed is left out, with its name told,
 * so that a field that somebody adds is missed in the log before it leaks there.
 */
const ALLOWED = new Set([
  'address',
  'at',
  'attempt',
  'callId',
  'code',
  'connectionId',
  'count',
  'durationMs',
  'err',
  'event',
  'host',
  'job',
  'jobId',
  'kind',
  'method',
  'organizations',
  'orgId',
  'outcome',
  'part',
  'path',
  'pid',
  'poolId',
  'port',
  'procedure',
  'provider',
  'reason',
  'recordingId',
  'requestId',
  'route',
  'sizeBytes',
  'status',
  'table',
  'trips',
  'unit',
  'userId',
  'version',
]);

const LONGEST_TEXT = 500;

/** Keeps the listed fields of a line; texts are cut to 500 characters. */
export function allowedFields(fields: Record<string, unknown>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  const left: string[] = [];
  for (const [name, value] of Object.entries(fields)) {
    if (!ALLOWED.has(name)) left.push(name);
    else kept[name] = typeof value === 'string' ? value.slice(0, LONGEST_TEXT) : value;
  }
  return left.length > 0 ? { ...kept, leftOut: left } : kept;
}
