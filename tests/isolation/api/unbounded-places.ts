import type { InputSchema } from './input-schema.ts';
import { schemaPlaces } from './schema-places.ts';

/** Formats whose pattern bounds their length. */
const SHORT_FORMATS = ['uuid', 'e164', 'date'];

/** Where an input could grow without an end, or takes what nobody named. */
export function unboundedPlaces(input: InputSchema): string[] {
  return schemaPlaces(input).flatMap(({ path, schema }) => {
    const complaint = complaintAbout(schema);
    return complaint === null ? [] : [`${path.join('.') || 'input'}: ${complaint}`];
  });
}

function complaintAbout(schema: InputSchema): string | null {
  if (schema.enum || schema.const !== undefined) return null;
  switch (schema.type) {
    case 'string':
      return schema.maxLength !== undefined || SHORT_FORMATS.includes(schema.format ?? '') ? null : 'a text of any length';
    case 'array':
      return schema.maxItems === undefined ? 'a list of any length' : null;
    case 'number':
    case 'integer':
      return isBetween(schema) ? null : 'a number of any size';
    case 'object':
      return isClosed(schema) ? null : 'an object of any fields';
    case 'boolean':
    case 'null':
      return null;
    default:
      return schema.anyOf || schema.oneOf || schema.allOf ? null : 'anything at all';
  }
}

/** A whole number has JavaScript's own bounds in zod's description: they are none. */
function isBetween({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: InputSchema): boolean {
  const [lowest, highest] = [minimum ?? exclusiveMinimum ?? -Infinity, maximum ?? exclusiveMaximum ?? Infinity];
  return lowest > Number.MIN_SAFE_INTEGER && highest < Number.MAX_SAFE_INTEGER;
}

/** A record's keys are fields too; it is closed if they come from a list. */
function isClosed({ additionalProperties, propertyNames }: InputSchema): boolean {
  return additionalProperties === false || propertyNames?.enum !== undefined;
}
