import type { ESTree, Rule } from '@oxlint/plugins';
import { isSql } from '../../source/is-sql.ts';
import { nameOf } from '../../source/name-of.ts';
import { splitStatements } from '../../sql/split-statements.ts';
import { sqlArgument } from '../../sql/sql-argument.ts';
import { writtenText } from '../../sql/written-text.ts';

/** Finds several statements in one text, which only the simple protocol takes: there no value can be a parameter. */
export const rule: Rule = {
  meta: {
    type: 'problem',
    docs: { description: 'One statement at a time reaches the driver, prepared.' },
    schema: [],
    messages: {
      stacked:
        'This text holds {{count}} statements, which only the simple protocol takes. Send them one by one: on one client they travel together.',
      simple: '`.simple()` sends its text by the simple protocol, where statements can be stacked. Leave it out.',
    },
  },
  create(context) {
    function look(node: ESTree.Node): void {
      const written = writtenText(context.sourceCode, node);
      const count = written ? splitStatements(written.text).length : 0;
      if (count > 1) context.report({ node, messageId: 'stacked', data: { count } });
    }

    return {
      TaggedTemplateExpression(node) {
        if (isSql(node)) look(node);
      },
      CallExpression(node) {
        if (node.callee.type === 'MemberExpression' && nameOf(node) === 'simple' && node.arguments.length === 0) {
          context.report({ node, messageId: 'simple' });
        }
        const argument = sqlArgument(node);
        if (argument && argument.type !== 'TaggedTemplateExpression') look(argument);
      },
    };
  },
};
