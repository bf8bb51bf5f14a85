import { UsageFailure } from './usage-failure.ts';
import type { z } from 'zod';

/** Input that fits one of the product's schemas. @throws UsageFailure naming the field, never its value. */
export function checkedInput<T>(schema: z.ZodType<T>, input: unknown): T {
  const { success, data, error } = schema.safeParse(input);
  if (success) return data;
  const [issue] = error.issues;
  throw new UsageFailure(`${issue?.path.join('.') || 'input'}: ${issue?.message}`);
}
