import type { ESTree, Rule } from '@oxlint/plugins';
import type { Verdict } from '../../drizzle/condition.ts';
import type { Reading } from '../../drizzle/query.ts';
import { readQuery, type Query, type Source } from '../../drizzle/read-query.ts';
import { schemaSettings } from '../../drizzle/schema-settings.ts';
import { verdictOf } from '../../drizzle/verdict-of.ts';
import { isSql } from '../../source/is-sql.ts';
import { valueOf } from '../../source/value.ts';
import { openTables } from './open-tables.ts';

const ASK = 'Put `eq({{table}}.{{column}}, …)` of the tenant client into it';

/** Finds a select, update or delete on a tenant table that isn't held to one organisation. */
export const rule: Rule = {
  meta: {
    type: 'problem',
    docs: { description: 'A query of a tenant table names its organisation in the where, and in each join condition.' },
    schema: [],
    messages: {
      none: `This {{verb}} of the tenant table \`{{table}}\` has no {{clause}}. ${ASK}.`,
      open: `The {{clause}} of this {{verb}} doesn't hold \`{{table}}\` to one organisation on every path. ${ASK}.`,
      unknown: `The {{clause}} of this {{verb}} comes from where this rule can't look, so nothing here shows that it holds \`{{table}}\` to one organisation. ${ASK}, beside it: \`and(eq({{table}}.{{column}}, …), …)\`.`,
      text: `This SQL names the table \`{{table}}\` as text and doesn't hold it to one organisation. Write the table as \`\${table}\`, with its \`{{column}}\` in the where.`,
    },
  },
  create(context) {
    const reading: Reading = { source: context.sourceCode, settings: schemaSettings(context) };
    const { column } = reading.settings;

    function look(query: Query, { table, at, clause, condition }: Source): void {
      const verdict = condition ? verdictOfSource(reading, query, { table, at, clause, condition }) : 'none';
      if (table.kind === 'other' || verdict === 'held') return;
      context.report({ node: at, messageId: verdict, data: { verb: query.verb, table: table.name, clause, column } });
    }

    function lookInSql(node: ESTree.Node): void {
      for (const { at, table, verdict } of openTables(reading, node)) {
        context.report({ node: at, messageId: verdict, data: { verb: 'SQL', table, clause: 'where', column } });
      }
    }

    return {
      CallExpression(node) {
        const query = readQuery(reading, node);
        query?.sources.forEach((source) => look(query, source));
      },
      TaggedTemplateExpression(node) {
        if (isSql(node)) lookInSql(node.quasi);
      },
    };
  },
};

function verdictOfSource(reading: Reading, { sources }: Query, { table, clause, condition }: Source): Verdict | 'none' {
  if (!condition) return 'none';
  const beside = new Set(sources.map((source) => source.table.key).filter((key) => key !== table.key));
  return verdictOf({ ...reading, table: table.key, beside, isJoin: clause === 'join condition' }, valueOf(condition));
}
