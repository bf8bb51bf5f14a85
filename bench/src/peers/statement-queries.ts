import type { CallQueries } from './call-queries.ts';
import type { CallStatement } from './call-statements.ts';

/** The queries of a peer that runs statements by hand. */
export function statementQueries(run: (statement: CallStatement, parameters: (string | number | Date)[]) => Promise<unknown>): CallQueries {
  return {
    list: (orgId) => run('list', [orgId]),
    detail: (orgId, id) => run('detail', [orgId, id]),
    search: (orgId, partyNumber) => run('search', [orgId, partyNumber]),
    insert: (call) =>
      run('insert', [
        call.orgId,
        call.connectionId,
        call.direction,
        call.status,
        call.fromNumber,
        call.toNumber,
        call.startedAt,
        call.durationSeconds,
      ]),
    update: (orgId, id, agentName) => run('update', [orgId, id, agentName]),
  };
}
