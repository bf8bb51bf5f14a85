import type { ESTree, Rule } from '@oxlint/plugins';
import { findVariable } from '../../source/find-variable.ts';
import { importOf } from '../../source/import-of.ts';
import { unwrap } from '../../source/unwrap.ts';

/** What opens a connection that no tenant is bound to. */
const DRIVERS =
  /^(pg|pg-native|pg-pool|pg-promise|postgres|slonik|knex|kysely|@prisma\/client|@neondatabase\/serverless|@vercel\/postgres|drizzle-orm\/(?!pg-core|sql|utils|zod|typebox|valibot|supabase)[\w-]+)$/;

/** Finds clients that know no tenant: a driver, Drizzle's own `drizzle()`, a `db` that is imported instead of handed down. */
export const rule: Rule = {
  meta: {
    type: 'problem',
    docs: { description: 'Outside of the kernel a client is handed down, bound to one tenant, and never imported or opened.' },
    schema: [
      {
        type: 'object',
        properties: {
          modules: { type: 'array', items: { type: 'string' }, description: 'Further modules that open or hold an unbound client.' },
          names: { type: 'array', items: { type: 'string' }, description: 'Names under which an unbound client is exported.' },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ modules: [], names: ['db', 'database', 'pool', 'prisma'] }],
    messages: {
      driver: '`{{name}}` speaks to the database without any tenant. Take the tenant client (`db: TenantDb`) that the door hands down.',
      imported:
        '`{{name}}` is a client that knows no tenant: it is imported, not handed down. Take `db: TenantDb` as a parameter, or `ctx.db`.',
      opened: '`{{name}}(…)` opens a client that knows no tenant. Enter the tenant by the kernel: `tenancy.inTenant(caller, (db) => …)`.',
    },
  },
  create(context) {
    const { modules, names } = optionsOf(context.options[0]);

    function lookAtModule(at: ESTree.Node, module: ESTree.Node | null | undefined): boolean {
      if (module?.type !== 'Literal' || typeof module.value !== 'string') return false;
      if (!DRIVERS.test(module.value) && !modules.has(module.value)) return false;
      context.report({ node: at, messageId: 'driver', data: { name: module.value } });
      return true;
    }

    return {
      ImportDeclaration(node) {
        const values = node.specifiers.filter((specifier) => !isTypeOnly(specifier));
        if (node.importKind === 'type' || (values.length === 0 && node.specifiers.length > 0)) return;
        if (lookAtModule(node, node.source)) return;
        for (const specifier of values) {
          const name =
            specifier.type === 'ImportSpecifier'
              ? specifier.imported.type === 'Literal'
                ? specifier.imported.value
                : specifier.imported.name
              : '';
          if (names.has(name)) context.report({ node: specifier, messageId: 'imported', data: { name } });
        }
      },
      ExportNamedDeclaration(node) {
        if (node.exportKind !== 'type') lookAtModule(node, node.source);
      },
      ImportExpression(node) {
        lookAtModule(node, node.source);
      },
      CallExpression(node) {
        const callee = unwrap(node.callee);
        if (callee.type !== 'Identifier') return;
        if (callee.name === 'require') lookAtModule(node, node.arguments[0]);
        if (callee.name !== 'drizzle') return;
        const variable = findVariable(context.sourceCode, callee);
        const isFromDrizzle = variable && importOf(variable)?.module.startsWith('drizzle-orm');
        if (isFromDrizzle) context.report({ node, messageId: 'opened', data: { name: callee.name } });
      },
    };
  },
};

function isTypeOnly(specifier: ESTree.Node): boolean {
  return specifier.type === 'ImportSpecifier' && specifier.importKind === 'type';
}

function optionsOf(told: unknown): { modules: ReadonlySet<string>; names: ReadonlySet<string> } {
  const { modules = [], names = [] }: { modules?: string[]; names?: string[] } = typeof told === 'object' && told !== null ? told : {};
  return { modules: new Set(modules), names: new Set(names) };
}
