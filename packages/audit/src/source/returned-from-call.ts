import type { ESTree, SourceCode, Variable } from '@oxlint/plugins';
import { findVariable } from './find-variable.ts';
import { type FunctionNode, isFunction, returnedBy } from './returned-by.ts';
import { trace } from './trace.ts';
import { unwrap } from './unwrap.ts';
import { type Value, valueOf } from './value.ts';

type Call = Extract<ESTree.Node, { type: 'CallExpression' }>;

/** What a call of a function of this file can return, its parameters given the call's arguments; null for a function from elsewhere. */
export function returnedFromCall(source: SourceCode, call: Call, given: Value['given']): Value[] | null {
  const callee = functionOf(source, unwrap(call.callee));
  if (!callee) return null;
  const inside = new Map<Variable, Value>(given);
  callee.params.forEach((parameter, index) => {
    const argument = call.arguments[index];
    const variable = parameter.type === 'Identifier' ? declaredAs(source, callee, parameter.name) : null;
    if (variable && argument && argument.type !== 'SpreadElement') inside.set(variable, { node: argument, given });
  });
  return returnedBy(source, callee).map((node) => valueOf(node, inside));
}

function functionOf(source: SourceCode, callee: ESTree.Node): FunctionNode | null {
  if (isFunction(callee)) return callee;
  if (callee.type !== 'Identifier') return null;
  const declared = findVariable(source, callee)?.defs[0]?.node;
  if (declared && isFunction(declared)) return declared;
  const traced = trace(source, valueOf(callee)).node;
  return isFunction(traced) ? traced : null;
}

function declaredAs(source: SourceCode, callee: FunctionNode, name: string): Variable | null {
  return source.scopeManager.getDeclaredVariables(callee).find((variable) => variable.name === name) ?? null;
}
