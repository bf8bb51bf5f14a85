import type { ESTree, Rule } from '@oxlint/plugins';
import { nameOf } from '../../source/name-of.ts';
import { unwrap } from '../../source/unwrap.ts';
import { sqlArgument } from '../../sql/sql-argument.ts';
import { writtenText } from '../../sql/written-text.ts';

type Call = Extract<ESTree.Node, { type: 'CallExpression' }>;

/** Finds SQL that is put together from texts at run time, where a value ought to be a parameter. */
export const rule: Rule = {
  meta: {
    type: 'problem',
    docs: { description: 'SQL is written in the source; what comes from elsewhere travels as a parameter.' },
    schema: [],
    messages: {
      raw: "`{{name}}(…)` puts a text that isn't written here into SQL. Write the fragment as a literal, or choose among such fragments by an allow-list; values go in as parameters.",
      unsafe: '`{{name}}(…)` sends a text to the database as it is. Use the `sql` template, whose values are parameters.',
      built: '`{{name}}(…)` gets SQL that is put together at run time. Use the `sql` template, or `$1` with values beside the text.',
      called: "`sql` is called as a function here, so that its text isn't the one in the source. Write it as a template: sql`…`.",
    },
  },
  create(context) {
    const source = context.sourceCode;

    function isWrittenHere(node: ESTree.Node | undefined): boolean {
      const written = node && writtenText(source, node);
      return Boolean(written && written.expressions.length === 0);
    }

    function isBuilt(node: ESTree.Node): boolean {
      if (unwrap(node).type === 'TaggedTemplateExpression') return false;
      const written = writtenText(source, node);
      return written !== null && written.expressions.length > 0;
    }

    return {
      CallExpression(node) {
        const name = nameOf(node) ?? '';
        const [first] = node.arguments;
        if (isOfSql(node, /^(raw|identifier)$/)) {
          if (!isWrittenHere(first)) context.report({ node, messageId: 'raw', data: { name: `sql.${name}` } });
        } else if (node.callee.type === 'MemberExpression' && /^unsafe$|Unsafe$/.test(name)) {
          context.report({ node, messageId: 'unsafe', data: { name } });
        } else if (node.callee.type === 'Identifier' && node.callee.name === 'sql' && first) {
          context.report({ node, messageId: 'called' });
        } else {
          const argument = sqlArgument(node);
          if (argument && isBuilt(argument)) context.report({ node: argument, messageId: 'built', data: { name } });
        }
      },
      NewExpression(node) {
        const name = nameOf(node.callee) ?? '';
        if (/^(SQL|StringChunk)$/.test(name) && !isWrittenHere(node.arguments[0])) {
          context.report({ node, messageId: 'raw', data: { name: `new ${name}` } });
        }
      },
    };
  },
};

/** `sql.raw(…)`, whatever `sql` is called by (`drizzle.sql.raw`). */
function isOfSql({ callee }: Call, names: RegExp): boolean {
  const inner = unwrap(callee);
  return inner.type === 'MemberExpression' && names.test(nameOf(inner) ?? '') && nameOf(inner.object) === 'sql';
}
