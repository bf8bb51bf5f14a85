/** A field that would change. Values that aren't about persons are told, as text; the others are null. */
export interface FieldChange {
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** What may stand on an operator's screen. */
const TELLABLE = new Set([
  'answeredAt',
  'costMicros',
  'direction',
  'durationSeconds',
  'endedAt',
  'endedReason',
  'ringSeconds',
  'sequence',
  'startedAt',
  'status',
  'talkSeconds',
]);

/** Where what stands isn't what should, field by field of what should. */
export function differingFields(stands: object, should: object): FieldChange[] {
  const before = new Map<string, unknown>(Object.entries(stands));
  return Object.entries(should).flatMap(([field, value]: [string, unknown]) => {
    const [from, to] = [asText(before.get(field)), asText(value)];
    if (from === to) return [];
    return [TELLABLE.has(field) ? { field, from, to } : { field, from: null, to: null }];
  });
}

/** Columns hold text, numbers and times. */
function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'string' ? value : JSON.stringify(value);
}
