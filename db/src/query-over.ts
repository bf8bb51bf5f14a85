import type { Query } from '@ringfence/tenancy/install';
import type { ParameterOrJSON, Sql } from 'postgres';

/** The kernel's way of asking, over this driver. Without values a text may hold several statements. */
export function queryOver(sql: Sql): Query {
  return async <Row>(text: string, values: readonly unknown[] = []) => asRows<Row>(await sql.unsafe(text, asParameters(values)));
}

/** Safe: each query names its columns as its row type has them. */
function asRows<Row>(rows: unknown): Row[] {
  return rows as Row[];
}

/** Safe: texts, numbers and bytes alone, which the driver encodes by the type that the server asks for. */
function asParameters(values: readonly unknown[]): ParameterOrJSON<never>[] {
  return [...values] as ParameterOrJSON<never>[];
}
