import { proveRule } from '../../eslint/prove-rule.fixture.ts';

const CLEAN = `import { sql } from 'drizzle-orm';
export const settings = (value: string) => [
  'set local statement_timeout = 1000',
  sql\`select set_config('app.org_id', \${value}, true)\`,
  'set transaction isolation level serializable',
];
`;

proveRule({ rule: 'no-session-setting' }, CLEAN, [
  {
    name: 'a setting that stays on the connection',
    sinned: `import { sql } from 'drizzle-orm';
export const settings = (value: string) => [
  'set app.org_id = 1', // found
  "SET SESSION statement_timeout TO '1s'", // found
  sql\`set role \${value}\`, // found
  \`begin; set app.org_id = '\${value}'\`, // found
  'set ' + 'search_path to public', // found
  '/* quick */ set session authorization postgres', // found
  "set time zone 'UTC'", // found
];
`,
    mended: `import { sql } from 'drizzle-orm';
export const settings = [
  'set local app.org_id = 1',
  "SET LOCAL statement_timeout TO '1s'",
  sql\`set local role app\`,
  'set ' + 'local search_path to public',
];
`,
    lookAlike: `export const texts = [
  'Set the name to something else', 'set', 'set of calls = all', 'update leads set name = 1', 'reset', 'set up', 'Set x = 1 in the form',
  \`alter function f() set search_path = ''\`, 'set constraints all deferred',
];
`,
  },
  {
    name: 'set_config beyond the transaction',
    sinned: `import { sql } from 'drizzle-orm';
export const settings = (value: string, isLocal: boolean) => [
  sql\`select set_config('app.org_id', \${value}, false)\`, // found
  sql\`select set_config('app.org_id', \${value}, \${isLocal})\`, // found
  "select set_config('a,b)', 'true', $3)", // found
  "select set_config('a', concat('b', true), " + isLocal + ')', // found
  "select set_config('a', 'b', true), pg_catalog.SET_CONFIG('a', 'b', false)", // found
];
`,
    mended: `import { sql } from 'drizzle-orm';
export const settings = (value: string) => [
  sql\`select set_config('app.org_id', \${value}, true)\`,
  "select set_config('a,b)', 'false', true)",
  "select set_config('a', concat('b', false), 'on')",
];
`,
    lookAlike: `export const texts = ['set_config is called by the kernel', reset_config('a', 'b', false), 'reset_config(1, 2, false)'];
function reset_config(...told: unknown[]) {
  return told;
}
`,
  },
]);
