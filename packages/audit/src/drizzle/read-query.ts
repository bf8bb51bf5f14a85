import type { ESTree } from '@oxlint/plugins';
import { nameOf } from '../source/name-of.ts';
import { valueOf } from '../source/value.ts';
import { readChain, type Step } from './read-chain.ts';
import type { Reading } from './query.ts';
import { type Table, tableOf } from './table-of.ts';

type Call = Extract<ESTree.Node, { type: 'CallExpression' }>;

/** A table in a query, and what has to hold it to one organisation. */
export interface Source {
  readonly table: Table;
  /** Where it is named. */
  readonly at: ESTree.Node;
  readonly clause: 'where' | 'join condition';
  readonly condition: ESTree.Node | null;
}

export interface Query {
  readonly verb: string;
  readonly sources: readonly Source[];
}

const SELECTS = /^select(Distinct|DistinctOn)?$/;
const JOINS = /^(inner|left|right|full)Join(Lateral)?$/;

/** The query whose tables a call begins to name (`from`, `update`, `delete`, `$count`), or null where it is something else. */
export function readQuery(reading: Reading, call: Call): Query | null {
  const [first, second] = call.arguments;
  if (!first) return null;
  const name = nameOf(call);
  if (name === '$count') return { verb: 'count', sources: [source(reading, first, 'where', second ?? null)] };
  const steps = readChain(call);
  if (name === 'from')
    return steps.some((step) => step.call !== call && SELECTS.test(step.name)) ? chained(reading, 'select', call, steps) : null;
  if (name === 'update') return steps.some((step) => step.name === 'set') ? chained(reading, 'update', call, steps) : null;
  if (name !== 'delete') return null;
  const isQuery = steps.some((step) => /^(where|returning)$/.test(step.name)) || tableOf(reading, valueOf(first)).kind === 'tenant';
  return isQuery ? chained(reading, 'delete', call, steps) : null;
}

/** Of several `where`s in a chain Drizzle takes the last. */
function chained(reading: Reading, verb: string, call: Call, steps: readonly Step[]): Query {
  const where = steps.findLast((step) => step.name === 'where')?.call.arguments[0] ?? null;
  const named = steps.filter((step) => step.call === call || (verb === 'update' && step.name === 'from'));
  const joined = steps.filter((step) => JOINS.test(step.name) || step.name.startsWith('crossJoin'));
  return {
    verb,
    sources: [
      ...named.flatMap((step) => sourceOf(reading, step, 'where', where)),
      ...joined.flatMap((step) =>
        JOINS.test(step.name)
          ? sourceOf(reading, step, 'join condition', step.call.arguments[1] ?? null)
          : sourceOf(reading, step, 'where', where),
      ),
    ],
  };
}

function sourceOf(reading: Reading, step: Step, clause: Source['clause'], condition: ESTree.Node | null): Source[] {
  const [table] = step.call.arguments;
  return table ? [source(reading, table, clause, condition)] : [];
}

function source(reading: Reading, table: ESTree.Node, clause: Source['clause'], condition: ESTree.Node | null): Source {
  return { table: tableOf(reading, valueOf(table)), at: table, clause, condition };
}
