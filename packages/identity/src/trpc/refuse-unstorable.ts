import { InvalidInput } from '@ringfence/domain';

/** No input of ours is half as deep; a recursion of this depth is safe everywhere. */
const DEEPEST = 32;

/**
 * Refuses what no field could hold, before any schema looks: NUL and half characters, which Postgres stores as no text, and depth
 * that would exhaust a stack. @throws InvalidInput naming the field
 */
export function refuseUnstorable(input: unknown, path: readonly string[] = []): void {
  if (typeof input === 'string') refuseText(input, path);
  if (typeof input !== 'object' || input === null) return;
  if (path.length === DEEPEST) throw new InvalidInput(fieldOf(path.slice(0, 1)), `must be at most ${DEEPEST} levels deep`);
  for (const [name, value] of Object.entries(input)) {
    refuseText(name, path);
    refuseUnstorable(value, [...path, name]);
  }
}

function refuseText(text: string, path: readonly string[]): void {
  if (text.includes('\0')) throw new InvalidInput(fieldOf(path), 'must not hold the character NUL');
  if (!text.isWellFormed()) throw new InvalidInput(fieldOf(path), 'must not hold half a character');
}

function fieldOf(path: readonly string[]): string {
  return path.join('.').slice(0, 80) || 'input';
}
