import type { ESTree, Rule } from '@oxlint/plugins';
import { keyOf } from '../../source/key-of.ts';
import { nameOf } from '../../source/name-of.ts';
import { unwrap } from '../../source/unwrap.ts';
import { isPartOfInput } from './is-part-of-input.ts';

/** Names by which a caller could say which organisation is meant. */
const ORGANIZATION = /^(org|organi[sz]ation|tenant)_?id$/i;

const SHAPES = /^(object|strictObject|looseObject|interface|extend|safeExtend|augment|setKey)$/;

/** Finds an organisation among what a caller sends: it comes from the token, and from nowhere else. */
export const rule: Rule = {
  meta: {
    type: 'problem',
    docs: { description: 'No input has a field for the organisation.' },
    schema: [
      {
        type: 'object',
        properties: { every: { type: 'boolean', description: 'Every exported schema of these files is an input.' } },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ every: false }],
    messages: {
      field: 'A caller could choose the organisation by `{{name}}`. Leave it out: the organisation is that of the token (`db.orgId`).',
      read: 'This takes the organisation from what the caller sent. Take it from the tenant client (`db.orgId`).',
    },
  },
  create(context) {
    const isEvery = isEverySchema(context.options[0]);
    return {
      Property(node) {
        const name = keyOf(node) ?? '';
        if (!ORGANIZATION.test(name) || !isOfShape(node)) return;
        if (isPartOfInput(context.sourceCode, node, isEvery)) context.report({ node, messageId: 'field', data: { name } });
      },
      MemberExpression(node) {
        if (ORGANIZATION.test(nameOf(node) ?? '') && nameOf(node.object) === 'input') context.report({ node, messageId: 'read' });
      },
    };
  },
};

function isEverySchema(told: unknown): boolean {
  const { every = false }: { every?: boolean } = typeof told === 'object' && told !== null ? told : {};
  return every;
}

/** Whether a property stands in the object that `z.object(…)`, `.extend(…)` and the like are given. */
function isOfShape({ parent }: ESTree.Node): boolean {
  const call = parent?.parent;
  return (
    parent?.type === 'ObjectExpression' &&
    call?.type === 'CallExpression' &&
    unwrap(call.callee).type === 'MemberExpression' &&
    SHAPES.test(nameOf(call) ?? '')
  );
}
