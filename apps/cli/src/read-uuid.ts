import { InvalidArgumentError } from 'commander';
import { z } from 'zod';

const Uuid = z.guid();

/** A uuid from the command line, in small letters. */
export function readUuid(text: string): string {
  if (!Uuid.safeParse(text).success) throw new InvalidArgumentError('Expected a uuid.');
  return text.toLowerCase();
}
