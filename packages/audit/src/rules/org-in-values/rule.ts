import type { ESTree, Rule } from '@oxlint/plugins';
import type { Reading } from '../../drizzle/query.ts';
import { readChain, type Step } from '../../drizzle/read-chain.ts';
import { schemaSettings } from '../../drizzle/schema-settings.ts';
import { type Table, tableOf } from '../../drizzle/table-of.ts';
import { verdictOfRow } from '../../drizzle/verdict-of-row.ts';
import { keyOf } from '../../source/key-of.ts';
import { nameOf } from '../../source/name-of.ts';
import { trace } from '../../source/trace.ts';
import { valueOf } from '../../source/value.ts';

/** Finds an insert into a tenant table that doesn't say for which organisation, and what would move a row to another one. */
export const rule: Rule = {
  meta: {
    type: 'problem',
    docs: { description: 'Rows of a tenant table are written with their organisation, and stay in it.' },
    schema: [],
    messages: {
      open: 'The rows of this insert into the tenant table `{{table}}` have no `{{column}}` of the tenant client, or one that something behind it can replace. Put `{{column}}: db.{{column}}` last among what is spread.',
      unknown:
        "The rows of this insert come from where this rule can't look, so nothing here shows for which organisation `{{table}}` gets them. Write them as `{ ...row, {{column}}: db.{{column}} }`.",
      moves: 'This sets `{{column}}` of `{{table}}`: a row stays with its organisation for good.',
      target:
        "This conflict target leaves out `{{table}}.{{column}}`, so that another organisation's row can be what it meets. Begin it with `{{table}}.{{column}}`.",
    },
  },
  create(context) {
    const reading: Reading = { source: context.sourceCode, settings: schemaSettings(context) };
    const { column } = reading.settings;

    function report(at: ESTree.Node, messageId: string, table: Table): void {
      context.report({ node: at, messageId, data: { table: table.name, column } });
    }

    function lookAtInsert(table: Table, step: Step): void {
      const [told] = step.call.arguments;
      if (!told) return;
      if (/^(values|select)$/.test(step.name)) {
        const verdict = verdictOfRow(reading, table, valueOf(told));
        if (verdict !== 'held') report(told, verdict, table);
      }
      if (!step.name.startsWith('onConflict')) return;
      const target = propertyOf(reading, told, 'target');
      if (target && !namesColumn(reading, target)) report(target, 'target', table);
      lookAtSet(table, propertyOf(reading, told, 'set'));
    }

    function lookAtSet(table: Table, set: ESTree.Node | null): void {
      const moved = set && propertyOf(reading, set, column);
      if (moved) report(moved, 'moves', table);
    }

    return {
      CallExpression(node) {
        const [first] = node.arguments;
        const verb = nameOf(node);
        if (!first || (verb !== 'insert' && verb !== 'update')) return;
        const steps = readChain(node).filter((step) => step.call !== node);
        const table = tableOf(reading, valueOf(first));
        if (table.kind === 'other' || !steps.some((step) => /^(values|select|set)$/.test(step.name))) return;
        if (verb === 'insert') steps.forEach((step) => lookAtInsert(table, step));
        else lookAtSet(table, steps.find((step) => step.name === 'set')?.call.arguments[0] ?? null);
      },
    };
  },
};

function propertyOf({ source }: Reading, object: ESTree.Node, name: string): ESTree.Node | null {
  const { node } = trace(source, valueOf(object));
  if (node.type !== 'ObjectExpression') return null;
  const property = node.properties.find((candidate) => keyOf(candidate) === name);
  return property?.type === 'Property' ? property.value : null;
}

function namesColumn({ source, settings }: Reading, target: ESTree.Node): boolean {
  const { node } = trace(source, valueOf(target));
  if (node.type !== 'ArrayExpression') return nameOf(node) === settings.column;
  return node.elements.some((element) => element !== null && nameOf(element) === settings.column);
}
