import type { ChosenRequest } from '../data/choose-request.ts';

export const PAGE = 50;

export interface NewCall {
  readonly orgId: string;
  readonly connectionId: string;
  readonly direction: 'inbound';
  readonly status: 'completed';
  readonly fromNumber: string;
  readonly toNumber: string;
  readonly startedAt: Date;
  readonly durationSeconds: number;
}

/** What every peer is asked, in its own way. Each answers with the same twelve columns, times as `Date`. */
export interface CallQueries {
  list(orgId: string): Promise<unknown>;
  detail(orgId: string, id: string): Promise<unknown>;
  /** By the other party's number, newest first. */
  search(orgId: string, partyNumber: string): Promise<unknown>;
  insert(call: NewCall): Promise<unknown>;
  update(orgId: string, id: string, agentName: string): Promise<unknown>;
}

/** A page, three calls and the page again, asked for at once. */
export function askAtOnce(queries: CallQueries, { tenant: { orgId }, callIds }: ChosenRequest): Promise<unknown> {
  return Promise.all([queries.list(orgId), ...callIds.map((id) => queries.detail(orgId, id)), queries.list(orgId)]);
}

/** The same, one after another, where a driver wants its connection asked so. */
export async function askInTurn(queries: CallQueries, { tenant: { orgId }, callIds }: ChosenRequest): Promise<unknown> {
  const answers = [await queries.list(orgId)];
  for (const id of callIds) answers.push(await queries.detail(orgId, id));
  answers.push(await queries.list(orgId));
  return answers;
}
