import { proveRule } from '../../eslint/prove-rule.fixture.ts';

const CLEAN = `import { sql } from 'drizzle-orm';
export async function run(db: { execute(text: unknown): Promise<void>; query(text: string): Promise<void> }) {
  await db.execute(sql\`select 1;\`);
  await db.query("select ';', $$ begin; end; $$ -- ; and so on");
}
`;

proveRule({ rule: 'no-stacked-statements' }, CLEAN, [
  {
    name: 'statements in one text',
    sinned: `import { sql } from 'drizzle-orm';
export async function run(client: { execute(text: unknown): Promise<void>; query(text: unknown): Promise<void> }, id: string) {
  await client.query('commit; set role postgres'); // found
  await client.query({ text: 'select 1; select 2' }); // found
  await client.execute(sql\`delete from a where id = \${id}; delete from b\`); // found
  await client.execute('select ' + id + '; commit'); // found
  await sql\`select 1\`.simple(); // found
}
`,
    mended: `import { sql } from 'drizzle-orm';
export async function run(client: { execute(text: unknown): Promise<void>; query(text: unknown): Promise<void> }, id: string) {
  await client.query('commit');
  await client.query({ text: 'select 1' });
  await client.execute(sql\`delete from a where id = \${id}\`);
  await sql\`select 1\`;
}
`,
    lookAlike: `export const texts = (shell: { run(text: string): void }, box: { simple(text: string): void }) => [
  shell.run('cd a; ls'), box.simple('a'), 'one; two', query('a; b')];
function query(text: string) {
  return text;
}
`,
  },
]);
