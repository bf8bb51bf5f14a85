import type { z } from 'zod';
import { ConfigurationFailure } from './configuration-failure.ts';

export type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Reads a process's variables by a schema; an empty value is none.
 * @throws ConfigurationFailure naming the first that is wrong or missing, and what was expected. The value isn't told: it may be a secret.
 */
export function readVariables<Schema extends z.ZodObject>(schema: Schema, variables: Variables): z.output<Schema> {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''));
  const { success, data, error } = schema.safeParse(given);
  if (success) return data;
  const [issue] = error.issues;
  const name = String(issue?.path[0]);
  throw new ConfigurationFailure(`${name}: ${name in given ? issue?.message : 'expected a value, found none'}.`);
}
