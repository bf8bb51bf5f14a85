import type { ChosenRequest } from '../data/choose-request.ts';
import { OWN_NUMBER } from '../data/phone-numbers.ts';
import { type NewCall, PAGE } from '../peers/call-queries.ts';
import type { Peer } from '../peers/peer.ts';

/** One thing that an application does, done by any peer. */
export interface Work {
  readonly name: string;
  /** Whether two peers must answer the same. */
  readonly isRead: boolean;
  ask(peer: Peer, request: ChosenRequest): Promise<unknown>;
}

export const WORKS = {
  list: {
    name: `list ${PAGE}`,
    isRead: true,
    ask: (peer, { tenant }) => peer.read(tenant, (queries) => queries.list(tenant.orgId)),
  },
  detail: {
    name: 'detail',
    isRead: true,
    ask: (peer, { tenant, callIds: [id] }) => peer.read(tenant, (queries) => queries.detail(tenant.orgId, id)),
  },
  insert: {
    name: 'insert',
    isRead: false,
    ask: (peer, request) => peer.write(request.tenant, (queries) => queries.insert(newCall(request))),
  },
  update: {
    name: 'update',
    isRead: false,
    ask: (peer, { tenant, callIds: [id] }) => peer.write(tenant, (queries) => queries.update(tenant.orgId, id, AGENTS[nextAgent()])),
  },
  batch: {
    name: 'batch of five reads',
    isRead: true,
    ask: (peer, request) => peer.read(request.tenant, (queries) => peer.askFive(queries, request)),
  },
  search: {
    name: 'search by number',
    isRead: true,
    ask: (peer, { tenant, partyNumber }) => peer.read(tenant, (queries) => queries.search(tenant.orgId, partyNumber)),
  },
} as const satisfies Record<string, Work>;
export type WorkName = keyof typeof WORKS;

/** Both are as long, so that a row that is updated again fits where it was. */
const AGENTS = ['Ada', 'Eve'] as const;
let updates = 0;
function nextAgent(): 0 | 1 {
  updates += 1;
  return updates % 2 === 0 ? 0 : 1;
}

function newCall({ tenant, partyNumber }: ChosenRequest): NewCall {
  return {
    orgId: tenant.orgId,
    connectionId: tenant.connectionId,
    direction: 'inbound',
    status: 'completed',
    fromNumber: partyNumber,
    toNumber: OWN_NUMBER,
    startedAt: new Date(),
    durationSeconds: 90,
  };
}
