import { is, Param, Placeholder } from 'drizzle-orm';
import { encodeValue } from '../connections/encode-value.ts';
import type { EncodedValue } from '../connections/statement.ts';

export type PlaceholderValues = Readonly<Record<string, unknown>>;

/** Builds what turns given values into a statement's parameters. A null stays null, whatever the column's encoder makes of one. */
export function fillValues(params: readonly unknown[]): (values: PlaceholderValues) => EncodedValue[] {
  const fillers = params.map(filler);
  return (values) => fillers.map((fill) => fill(values));
}

function filler(param: unknown): (values: PlaceholderValues) => EncodedValue {
  if (is(param, Placeholder)) return (values) => encodeValue(given(values, param.name));
  if (is(param, Param) && is(param.value, Placeholder)) {
    const { encoder } = param;
    const { name } = param.value;
    return (values) => {
      const value = given(values, name);
      return encodeValue(value === null ? null : encoder.mapToDriverValue(value));
    };
  }
  const constant = encodeValue(param);
  return () => constant;
}

function given(values: PlaceholderValues, name: string): unknown {
  if (!Object.hasOwn(values, name)) throw new TypeError(`no value was given for the placeholder "${name}"`);
  return values[name];
}
