import { Client } from 'pg';
import { vi } from 'vitest';

/** A statement that ran, and by what it found its rows: indexes by name, other scans by their table. */
export interface RunPlan {
  readonly text: string;
  readonly ways: readonly string[];
}

/** A node of a plan, as `explain (format json)` gives it. */
interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

/** Has Postgres tell the plan of each statement that the app's log-in runs from its next connection on, those inside functions too. */
export async function explainAll(superuser: Client): Promise<void> {
  const { rows } = await superuser.query<{ name: string }>('select current_database() as name');
  for (const [setting, value] of [
    ['session_preload_libraries', 'auto_explain'],
    ['auto_explain.log_min_duration', '0'],
    ['auto_explain.log_nested_statements', 'on'],
    ['auto_explain.log_format', 'json'],
    ['auto_explain.log_level', 'notice'],
  ]) {
    await superuser.query(`load 'auto_explain'; alter role ringfence_app in database ${rows[0]?.name} set ${setting} = '${value}'`);
  }
}

/** The plans of what ran meanwhile: Postgres tells them as notices, to the very connection that asked. */
export async function plansOf(work: () => Promise<unknown>): Promise<RunPlan[]> {
  const emit = vi.spyOn(Client.prototype, 'emit');
  try {
    await work();
    return emit.mock.calls.flatMap(([event, told]) => (event === 'notice' ? readPlan(messageOf(told)) : []));
  } finally {
    emit.mockRestore();
  }
}

function messageOf(told: unknown): string {
  return told instanceof Object && 'message' in told ? String(told.message) : '';
}

function readPlan(message: string): RunPlan[] {
  if (!message.includes('plan:\n{')) return [];
  const told = JSON.parse(message.slice(message.indexOf('{'))) as { 'Query Text': string; Plan: PlanNode };
  return [{ text: told['Query Text'], ways: scansOf(told.Plan) }];
}

function scansOf(node: PlanNode): string[] {
  const relation = node['Node Type'] === 'Seq Scan' ? `all of ${node['Relation Name']}` : undefined;
  const way = node['Index Name'] ?? relation;
  return [...(way === undefined ? [] : [way]), ...(node.Plans ?? []).flatMap(scansOf)];
}
