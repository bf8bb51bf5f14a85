import { encodeValue } from '../connections/encode-value.ts';
import type { Answer, Statement } from '../connections/statement.ts';
import { textDecoder } from '../drizzle/text-decoder.ts';
import type { EntrySettings } from './entry-settings.ts';

const FUNCTION_NAME = /^[a-z][a-z0-9_]*$/;

/** Calls `public.<functionName>(…)`, in a statement of its own, without any tenant. */
export async function lookUp<Row>(
  { connections, limitMs }: EntrySettings,
  functionName: string,
  args: readonly (string | null)[],
): Promise<Row[]> {
  if (!FUNCTION_NAME.test(functionName)) throw new TypeError('not the name of a lookup function');
  const placeholders = args.map((_, index) => `$${index + 1}`).join(', ');
  const statement: Statement = {
    name: `lookup_${functionName}_${args.length}`,
    text: `select * from public.${functionName}(${placeholders})`,
    values: args.map(encodeValue),
  };
  const connection = await connections.take();
  const timer = setTimeout(() => connection.destroy(), limitMs);
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const [answer, ended] = await Promise.allSettled([promise, connection.run([{ statement, resolve, reject }])]);
  clearTimeout(timer);
  if (ended.status === 'fulfilled' && ended.value === undefined) connection.release();
  else void connection.releaseAfterFailure();
  if (answer.status === 'rejected') throw answer.reason;
  return rowsOf<Row>(answer.value);
}

/** Safe as far as its caller knows what the function returns. */
function rowsOf<Row>({ rows, fields }: Answer): Row[] {
  return rows.map((row) => {
    const cells = fields.map(({ name, dataTypeID }, index) => {
      const text = row[index] ?? null;
      return [name, text === null ? null : (textDecoder(dataTypeID)?.(text) ?? text)] as const;
    });
    return Object.fromEntries(cells) as Row;
  });
}
