import type { ESTree } from '@oxlint/plugins';
import { anyOf, type Verdict } from '../../drizzle/condition.ts';
import type { Reading, TableKey } from '../../drizzle/query.ts';
import { tableOf } from '../../drizzle/table-of.ts';
import { verdictOfTemplate } from '../../drizzle/verdict-of.ts';
import { valueOf } from '../../source/value.ts';
import { clausesAround } from '../../sql/clauses-around.ts';
import { namedTables } from '../../sql/named-tables.ts';
import { templateText, type TemplateText } from '../../sql/template-text.ts';

export interface OpenTable {
  readonly at: ESTree.Node;
  readonly table: string;
  readonly verdict: 'none' | 'open' | 'unknown' | 'text';
}

type Template = Extract<ESTree.Node, { type: 'TemplateLiteral' }>;

/** The tables that a piece of SQL reads or changes without holding them to one organisation. */
export function openTables(reading: Reading, template: ESTree.Node): OpenTable[] {
  if (template.type !== 'TemplateLiteral') return [];
  const told = templateText(template);
  return [...openExpressions(reading, told), ...openTexts(reading, template, told)];
}

function openExpressions(reading: Reading, told: TemplateText): OpenTable[] {
  return told.expressions.flatMap((node, index) => {
    const table = tableOf(reading, valueOf(node));
    if (table.kind !== 'tenant') return [];
    const verdict = verdictAt(reading, told, told.text.indexOf(`\uE000${index}\uE001`), table.key);
    return verdict === 'held' ? [] : [{ at: node, table: table.name, verdict }];
  });
}

function openTexts(reading: Reading, template: Template, told: TemplateText): OpenTable[] {
  const named = namedTables(told.text).filter(({ name }) => !reading.settings.globalSchemas.has(name.split('.')[0] ?? ''));
  return named.flatMap(({ name, index }) =>
    verdictAt(reading, told, index, name) === 'held' ? [] : [{ at: template, table: name, verdict: 'text' as const }],
  );
}

/** An insert is held by its column; anything else by a condition of its own select. */
function verdictAt(reading: Reading, told: TemplateText, index: number, table: TableKey): Verdict | 'none' {
  const { keyword, conditions } = clausesAround(told.text, index);
  if (keyword === 'into') return told.text.includes(reading.settings.sqlColumn) ? 'held' : 'open';
  if (conditions.length === 0) return 'none';
  const question = { ...reading, table, beside: new Set<never>(), isJoin: true };
  return anyOf(conditions.map((text) => verdictOfTemplate(question, { ...told, text }, new Map())));
}
