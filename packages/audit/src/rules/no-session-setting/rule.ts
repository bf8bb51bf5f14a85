import type { ESTree, Rule } from '@oxlint/plugins';
import { splitStatements } from '../../sql/split-statements.ts';
import { writtenText } from '../../sql/written-text.ts';
import { setConfigCalls } from './set-config-calls.ts';

/** `set x = y`, but not `set local`, nor the modes of one transaction. As SQL is written: in one case, unlike a sentence. */
const SESSION_SET =
  /^(?:set|SET)\s+(?!(?:local|LOCAL|transaction|TRANSACTION|constraints|CONSTRAINTS)\b)(?:(?:session|SESSION)\s+)?(?:[\w.]+\s*(?:=|to\b|TO\b)|(?:role|ROLE|time\s+zone|TIME\s+ZONE|authorization|AUTHORIZATION|characteristics|CHARACTERISTICS|names|NAMES)\b)/;

/** Finds settings that outlive their transaction, and so meet the next tenant on the same connection. */
export const rule: Rule = {
  meta: {
    type: 'problem',
    docs: { description: 'A setting ends with its transaction.' },
    schema: [],
    messages: {
      set: 'This `SET` stays on the connection, and the next tenant to use it gets it too. Write `set local`, inside of a transaction.',
      config: '`set_config` is told to keep its value beyond the transaction, or may be. Its third argument is the literal `true`.',
    },
  },
  create(context) {
    function look(node: ESTree.Node): void {
      if (isPartOfText(node)) return;
      const written = writtenText(context.sourceCode, node);
      if (!written) return;
      if (splitStatements(written.text).some((statement) => SESSION_SET.test(statement))) context.report({ node, messageId: 'set' });
      if (setConfigCalls(written.text).some(({ isLocal }) => !isLocal)) context.report({ node, messageId: 'config' });
    }

    return {
      Literal(node) {
        if (typeof node.value === 'string' && /\bset\b|set_config/i.test(node.value)) look(node);
      },
      TemplateLiteral(node) {
        if (node.quasis.some(({ value }) => /\bset\b|set_config/i.test(value.raw))) look(node);
      },
      BinaryExpression(node) {
        if (node.operator === '+') look(node);
      },
    };
  },
};

/** A part of a concatenation is looked at with the whole. */
function isPartOfText({ parent }: ESTree.Node): boolean {
  return parent?.type === 'BinaryExpression' && parent.operator === '+';
}
