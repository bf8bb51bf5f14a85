import type { InputSchema } from './input-schema.ts';

/** A schema, and where in an input its value stands; `0` is the first item of a list. */
export interface SchemaPlace {
  readonly path: readonly string[];
  readonly schema: InputSchema;
}

/** Every schema inside one, itself included. Alternatives stand at the same place. */
export function schemaPlaces(schema: InputSchema, path: readonly string[] = []): SchemaPlace[] {
  const { properties = {}, items, prefixItems = [], additionalProperties, anyOf = [], oneOf = [], allOf = [] } = schema;
  return [
    { path, schema },
    ...Object.entries(properties).flatMap(([name, value]) => schemaPlaces(value, [...path, name])),
    ...(items ? schemaPlaces(items, [...path, '0']) : []),
    ...prefixItems.flatMap((value, index) => schemaPlaces(value, [...path, String(index)])),
    ...(typeof additionalProperties === 'object' ? schemaPlaces(additionalProperties, [...path, 'any']) : []),
    ...[...anyOf, ...oneOf, ...allOf].flatMap((value) => schemaPlaces(value, path)),
  ];
}
