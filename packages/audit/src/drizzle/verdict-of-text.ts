import { splitTopLevel } from '../sql/split-top-level.ts';
import { anyOf, everyOf, type Verdict } from './condition.ts';

/** What the expressions in a piece of SQL mean. */
export interface Expressions {
  ofExpression(index: number): Verdict;
  ofEquality(left: number, right: number): Verdict;
  /** Compared with `auth_org_id()`. */
  ofColumn(index: number): Verdict;
}

const WHOLE = /^\uE000(\d+)\uE001$/;
const EQUALITY = /^\uE000(\d+)\uE001 ?= ?\uE000(\d+)\uE001$/;
const TO_CONTEXT = /^\uE000(\d+)\uE001 ?= ?(\( ?select )?(public\.)?auth_org_id\(\) ?\)?$/;

/** The verdict on a condition in SQL, its texts blanked. A column named as text counts for whichever table is asked about. */
export function verdictOfText(column: string, text: string, expressions: Expressions): Verdict {
  const alternatives = splitTopLevel(text, 'or');
  if (alternatives.length > 1) return everyOf(alternatives.map((part) => verdictOfText(column, part, expressions)));
  const conditions = splitTopLevel(text, 'and');
  if (conditions.length > 1) return anyOf(conditions.map((part) => verdictOfText(column, part, expressions)));
  return verdictOfOne(column, text.trim(), expressions);
}

function verdictOfOne(column: string, text: string, expressions: Expressions): Verdict {
  const inside = /^\((.*)\)$/s.exec(text)?.[1];
  if (inside !== undefined) return verdictOfText(column, inside, expressions);
  const [, whole] = WHOLE.exec(text) ?? [];
  if (whole !== undefined) return expressions.ofExpression(Number(whole));
  const [, left, right] = EQUALITY.exec(text) ?? [];
  if (left !== undefined && right !== undefined) return expressions.ofEquality(Number(left), Number(right));
  const [, named] = TO_CONTEXT.exec(text) ?? [];
  if (named !== undefined) return expressions.ofColumn(Number(named));
  return new RegExp(String.raw`^([\w.]+\.)?${column} ?= ?(\uE000|(\( ?select )?(public\.)?auth_org_id\(\))`).test(text) ? 'held' : 'open';
}
