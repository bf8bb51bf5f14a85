import { randomUUID } from 'node:crypto';
import type { InputSchema } from './input-schema.ts';

const FORMATS: Readonly<Record<string, () => string>> = {
  uuid: randomUUID,
  'date-time': () => '2026-11-25T12:00:00Z',
  date: () => '2026-11-25',
  email: () => `${randomUUID()}@example.com`,
  e164: () => '+4915112345678',
  uri: () => 'https://example.com/',
};

/** Fields whose form a schema looks at only after it has trimmed them, so that its description doesn't tell. */
const NAMED: Readonly<Record<string, () => unknown>> = { email: () => `${randomUUID()}@example.com`, timeZone: () => 'Europe/Berlin' };

/** An input that fits its schema, of every field there is or of those that must be; what a refinement asks beside it may still be missing. */
export function sampleOf(schema: InputSchema, fields: 'all' | 'required' = 'all'): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [alternative] = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  if (alternative) return sampleOf(alternative, fields);
  switch (schema.type) {
    case 'string':
      return FORMATS[schema.format ?? '']?.() ?? 'x'.repeat(Math.max(schema.minLength ?? 1, 1));
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    case 'array':
      return schema.items ? [sampleOf(schema.items, fields)] : [];
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([name]) => fields === 'all' || schema.required?.includes(name))
          .map(([name, value]) => [name, NAMED[name]?.() ?? sampleOf(value, fields)]),
      );
    default:
      return null;
  }
}
