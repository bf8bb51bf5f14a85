import { proveRule } from '../../eslint/prove-rule.fixture.ts';

const CLEAN = `import { z } from 'zod';
export const GetCall = z.strictObject({ id: z.uuid() });
const Stored = z.object({ orgId: z.uuid() });
export const router = { get: procedure.input(GetCall).query(({ ctx, input }) => get(ctx.db, ctx.orgId, input.id)) };
export const read = (row: unknown) => Stored.parse(row);
`;

proveRule({ rule: 'no-org-in-input' }, CLEAN, [
  {
    name: 'an input with an organisation',
    sinned: `import { z } from 'zod';
const Filter = z.object({ tenant_id: z.uuid() }); // found
const List = z.object({ filter: z.array(Filter) });
const More = List.extend({ organisationId: z.string() }); // found
export const router = {
  get: procedure.input(z.object({ id: z.uuid(), orgId: z.uuid() })).query(({ input }) => input.id), // found
  set: procedure.input(z.strictObject({ 'org_id': z.uuid() }).optional()).mutation(() => 1), // found
  list: procedure.input(More.default({})).query(({ input }) => list(input.orgId)), // found
};
`,
    mended: `import { z } from 'zod';
const Filter = z.object({ status: z.string() });
const List = z.object({ filter: z.array(Filter) });
export const router = {
  get: procedure.input(z.object({ id: z.uuid() })).query(({ input }) => input.id),
  list: procedure.input(List.default({})).query(({ ctx }) => list(ctx.orgId)),
};
`,
    lookAlike: `import { z } from 'zod';
const Row = z.object({ orgId: z.uuid(), organizationName: z.string() });
export const router = { me: procedure.input(z.object({ origin: z.string() })).output(Row).query(() => ({ orgId: 'a' })) };
`,
  },
]);

proveRule(
  { rule: 'no-org-in-input', options: [{ every: true }] },
  `import { z } from 'zod';\nexport const GetCall = z.object({ id: z.uuid() });\n`,
  [
    {
      name: 'an exported schema, where each of them is an input',
      sinned: `import { z } from 'zod';
export const GetCall = z.object({ id: z.uuid(), orgId: z.uuid() }); // found
const Nested = z.object({ org_id: z.uuid() }); // found
export const ListCalls = z.object({ by: Nested });
const Late = z.object({ orgId: z.uuid() }); // found
export { Late };
`,
      mended: `import { z } from 'zod';
export const GetCall = z.object({ id: z.uuid() });
const Late = z.object({ name: z.string() });
export { Late };
`,
      lookAlike: `import { z } from 'zod';
const Kept = z.object({ orgId: z.uuid() });
export interface Row { readonly orgId: string }
export function rowOf(value: unknown): Row {
  return { ...Kept.parse(value), orgId: 'a' };
}
export const ROW = { orgId: 'a' };
`,
    },
  ],
);
