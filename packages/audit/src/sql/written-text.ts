import type { ESTree, SourceCode } from '@oxlint/plugins';
import { trace } from '../source/trace.ts';
import { valueOf } from '../source/value.ts';

/** A text as it is put together in the source: what is written, and a marker with its number for what isn't. */
export interface WrittenText {
  readonly text: string;
  readonly expressions: readonly ESTree.Node[];
}

/** What stands for an expression in a written text. */
const PLACE = '\uE000';

/** The text that a literal, a template, a concatenation or a constant of the file makes; null for what isn't a text in the source. */
export function writtenText(source: SourceCode, told: ESTree.Node): WrittenText | null {
  const { node } = trace(source, valueOf(told));
  if (node.type === 'Literal') return typeof node.value === 'string' ? { text: node.value, expressions: [] } : null;
  if (node.type === 'TaggedTemplateExpression') return writtenText(source, node.quasi);
  if (node.type === 'TemplateLiteral') {
    const inner = node.expressions.map((expression) => orPlace(source, expression));
    const pieces = node.quasis.flatMap(({ value }, index) => [value.cooked ?? value.raw, inner[index]?.text ?? '']);
    return { text: pieces.join(''), expressions: inner.flatMap(({ expressions }) => expressions) };
  }
  if (node.type !== 'BinaryExpression' || node.operator !== '+') return null;
  const [left, right] = [orPlace(source, node.left), orPlace(source, node.right)];
  if (!isText(left) && !isText(right)) return null;
  return { text: left.text + right.text, expressions: [...left.expressions, ...right.expressions] };
}

function orPlace(source: SourceCode, node: ESTree.Node): WrittenText {
  return writtenText(source, node) ?? { text: PLACE, expressions: [node] };
}

function isText({ text, expressions }: WrittenText): boolean {
  return text !== PLACE || expressions.length !== 1;
}
