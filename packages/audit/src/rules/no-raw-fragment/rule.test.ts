import { proveRule } from '../../eslint/prove-rule.fixture.ts';

const CLEAN = `import { sql } from 'drizzle-orm';
import type { TenantDb } from '@ringfence/tenancy';
const ORDERS = { newest: sql\`created_at desc\`, oldest: sql.raw('created_at asc') };
const COLUMN = 'name';
export async function list(db: TenantDb, name: string, order: keyof typeof ORDERS) {
  await db.execute(sql\`select \${sql.raw(\`lower(\${COLUMN})\`)} where name = \${name} order by \${ORDERS[order]}\`);
}
`;

proveRule({ rule: 'no-raw-fragment' }, CLEAN, [
  {
    name: 'a fragment from input',
    sinned: `import { sql, SQL, StringChunk } from 'drizzle-orm';
export const fragments = (input: { sort: string }) => [
  sql.raw(input.sort), // found
  sql.raw('order by ' + input.sort), // found
  sql.raw(\`order by \${input.sort}\`), // found
  sql\`select 1 order by \${sql.raw(input.sort)}\`, // found
  sql.identifier(input.sort), // found
  sql(input.sort), // found
  new SQL([input.sort]), // found
  new StringChunk(input.sort), // found
];
`,
    mended: `import { sql, StringChunk } from 'drizzle-orm';
export const fragments = (input: { sort: string }) => [
  sql.raw('order by name'),
  sql.raw('order by ' + 'name'),
  sql\`select \${input.sort}\`,
  sql.identifier('name'),
  new StringChunk('name'),
];
`,
    lookAlike: `export const texts = (page: { raw(text: string): string }, path: { identifier(text: string): string }, text: string) => [page.raw(text), path.identifier(text)];
`,
  },
  {
    name: 'SQL that is put together',
    sinned: `export async function run(client: { query(text: unknown, values?: unknown[]): Promise<void>; execute(text: string): Promise<void>; unsafe(text: string): Promise<void>; $queryRawUnsafe(text: string): Promise<void> }, name: string) {
  await client.query(\`select * from leads where name = '\${name}'\`); // found
  await client.query('select * from leads where name = ' + name); // found
  await client.query({ text: \`select \${name}\` }); // found
  await client.execute(\`select \${name}\`); // found
  await client.unsafe('select 1'); // found
  await client.$queryRawUnsafe('select 1'); // found
  const text = \`select \${name}\`;
  await client.query(text); // found
}
`,
    mended: `export async function run(client: { query(text: unknown, values?: unknown[]): Promise<void>; execute(text: string): Promise<void> }, name: string) {
  await client.query('select * from leads where name = $1', [name]);
  await client.query({ text: 'select $1', values: [name] });
  await client.execute(\`select 1\`);
  await client.query(\`select \${'1'}\`);
}
`,
    lookAlike: `export const routes = (procedure: { query(work: () => string): string }, name: string, cache: { unsafe: boolean }) => [
  procedure.query(() => \`hello \${name}\`), cache.unsafe, query(\`a \${name}\`)];
function query(text: string) {
  return text;
}
`,
  },
]);
