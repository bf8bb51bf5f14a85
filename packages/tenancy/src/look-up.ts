import type { Pool } from 'pg';
import { withoutParameters } from './statement-failed.ts';

const FUNCTION_NAME = /^[a-z][a-z0-9_]*$/;

/** Calls `public.<functionName>(…)`, in a statement of its own, without any tenant. */
export async function lookUp<Row>(pool: Pool, functionName: string, args: readonly (string | null)[]): Promise<Row[]> {
  if (!FUNCTION_NAME.test(functionName)) throw new TypeError('not the name of a lookup function');
  const placeholders = args.map((_, index) => `$${index + 1}`).join(', ');
  try {
    const { rows } = await pool.query({
      name: `lookup_${functionName}`,
      text: `select * from public.${functionName}(${placeholders})`,
      values: [...args],
    });
    return rows as Row[];
  } catch (error) {
    throw withoutParameters(error);
  }
}
