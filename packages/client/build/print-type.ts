import ts from '@typescript/typescript6';

/** Deeper than any answer is; what goes on for ever is a type that can't be written out. */
const DEEPEST = 16;

/** Where a type stands, for what is told when it can't be written. */
interface Place {
  readonly checker: ts.TypeChecker;
  readonly path: string;
  readonly depth: number;
}

/**
 * A type written out in full, with no name of anybody's but `AsyncIterable`: JSON's own shapes and nothing else. @throws for a type that isn't
 * one of them, with the place where it stands: nothing of the server may slip into the package unseen.
 */
export function printType(type: ts.Type, checker: ts.TypeChecker, path: string): string {
  return print(type, { checker, path, depth: 0 });
}

function print(type: ts.Type, place: Place): string {
  if (place.depth > DEEPEST) throw new Error(`${place.path}: deeper than can be written`);
  const plain = printPlain(type);
  if (plain !== null) return plain;
  if (type.isUnion()) return printUnion(type, place);
  if (place.checker.isArrayType(type)) return printArray(type, place);
  if (type.symbol?.name === 'AsyncIterable') return printStream(type, place);
  if (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) return printObject(type, place);
  throw new Error(`${place.path}: ${place.checker.typeToString(type)} can't be written`);
}

function printPlain(type: ts.Type): string | null {
  if (type.isStringLiteral()) return `'${type.value.replaceAll(/['\\]/g, String.raw`\$&`)}'`;
  if (type.isNumberLiteral()) return String(type.value);
  if (type.flags & ts.TypeFlags.BooleanLiteral) return 'intrinsicName' in type ? String(type.intrinsicName) : null;
  for (const [flag, name] of PLAIN) if (type.flags & flag) return name;
  return null;
}

const PLAIN: readonly (readonly [ts.TypeFlags, string])[] = [
  [ts.TypeFlags.String, 'string'],
  [ts.TypeFlags.Number, 'number'],
  [ts.TypeFlags.Boolean, 'boolean'],
  [ts.TypeFlags.Null, 'null'],
  [ts.TypeFlags.Undefined, 'undefined'],
  [ts.TypeFlags.Void, 'void'],
  [ts.TypeFlags.Unknown, 'unknown'],
  [ts.TypeFlags.Never, 'never'],
];

/** `true` and `false` are two types to the checker; null and undefined come last, as one writes them. */
function printUnion({ types }: ts.UnionType, place: Place): string {
  const parts = [...new Set(types.filter((part) => !isMissing(part, place)).map((part) => print(part, place)))];
  const whole =
    parts.includes('true') && parts.includes('false') ? [...parts.filter((part) => part !== 'true' && part !== 'false'), 'boolean'] : parts;
  const isLast = (part: string) => part === 'null' || part === 'undefined';
  return [...whole.filter((part) => !isLast(part)), ...whole.filter(isLast)].join(' | ');
}

/** An optional field may be missing: to the checker that is an undefined of another identity than the one that can be set. */
function isMissing(type: ts.Type, { checker }: Place): boolean {
  return (type.flags & ts.TypeFlags.Undefined) !== 0 && type !== checker.getUndefinedType();
}

function printArray(type: ts.Type, place: Place): string {
  const item = print(onlyArgument(type, place), deeper(place, '[]'));
  return item.includes(' ') ? `(${item})[]` : `${item}[]`;
}

function printStream(type: ts.Type, place: Place): string {
  return `AsyncIterable<${print(onlyArgument(type, place), deeper(place, '[]'))}, void, unknown>`;
}

function onlyArgument(type: ts.Type, { checker, path }: Place): ts.Type {
  const [argument] = checker.getTypeArguments(type as ts.TypeReference);
  if (!argument) throw new Error(`${path}: a type without its argument`);
  return argument;
}

function printObject(type: ts.Type, place: Place): string {
  const { checker, path } = place;
  if (type.getCallSignatures().length > 0) throw new Error(`${path}: a function can't be sent`);
  const index = checker.getIndexInfosOfType(type).map((info) => `[key: string]: ${print(info.type, deeper(place, '[key]'))};`);
  const fields = checker.getPropertiesOfType(type).map((field) => printField(field, place));
  const all = [...index, ...fields];
  return all.length === 0 ? 'Record<string, never>' : `{ ${all.join(' ')} }`;
}

function printField(field: ts.Symbol, place: Place): string {
  if (field.name.startsWith('__@')) throw new Error(`${place.path}: a symbol can't be sent`);
  const isOptional = (field.flags & ts.SymbolFlags.Optional) !== 0;
  const name = /^[a-z_$][\w$]*$/i.test(field.name) ? field.name : `'${field.name}'`;
  const value = print(place.checker.getTypeOfSymbol(field), deeper(place, `.${field.name}`));
  return `${name}${isOptional ? '?' : ''}: ${value};`;
}

function deeper({ checker, path, depth }: Place, step: string): Place {
  return { checker, path: path + step, depth: depth + 1 };
}
