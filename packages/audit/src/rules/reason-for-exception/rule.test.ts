import { proveRule } from '../../eslint/prove-rule.fixture.ts';

proveRule({ rule: 'reason-for-exception' }, `export const a = 1; // ringfence/org-in-where is told elsewhere\n`, [
  {
    name: 'an exception without a reason',
    sinned: `/* eslint-disable ringfence/no-raw-fragment */ // found
// oxlint-disable-next-line ringfence/org-in-where // found
export const a = 1; /* eslint-disable-line ringfence/no-session-setting, no-console -- */ // found
`,
    mended: `/* eslint-disable ringfence/no-raw-fragment -- the fragments come from the list above */
// oxlint-disable-next-line ringfence/org-in-where -- counts every tenant, for the operator
export const a = 1; /* eslint-disable-line ringfence/no-session-setting, no-console -- the connection is thrown away */
`,
    lookAlike: `// oxlint-disable-next-line no-console
export const a = 1; // eslint-disabled by ringfence/org-in-where
`,
  },
]);
