import { chooseRequest } from '../data/choose-request.ts';
import { closedLoop } from '../measure/closed-loop.ts';
import { openPeers } from '../peers/open-peers.ts';
import type { Peer } from '../peers/peer.ts';
import { backendCpu } from '../profile/backend-cpu.ts';
import { costOfRequests } from '../profile/cost-of-requests.ts';
import { type TimeByLayer, timeByLayer } from '../profile/time-by-layer.ts';
import { printBlock } from '../report/print-block.ts';
import { tableLines } from '../report/table-lines.ts';
import { WORKS, type Work } from '../works/works.ts';
import { comparisonCases } from './comparison-cases.ts';
import type { Part } from './part.ts';

const CLIENTS = 32;

/** Where the time goes: processor time per request of every peer, and the kernel's by layer. */
export const profile: Part = {
  name: 'profile',
  async run(options) {
    const { isQuick, tell } = options;
    const works = options.works.length > 0 ? options.works : ['list', 'detail', 'insert'];
    const cases = comparisonCases({ ...options, works }).filter(({ isSlowNetwork }) => !isSlowNetwork);
    const [data] = cases.map((each) => each.data);
    if (!data) return [];
    const database = await options.shared.withCalls([data]);
    const { peers } = await openPeers({ database, schema: data.schema });
    const readBackends = await backendCpu(database.superuserUrl);
    const forMs = isQuick ? 600 : 2_000;
    const ask = (work: Work, peer: Peer) => () => work.ask(peer, chooseRequest(data));
    try {
      const costs: object[] = [];
      const layers: object[] = [];
      for (const work of cases.map((each) => WORKS[each.work])) {
        const lines: string[][] = [['µs per request', 'client', 'server', 'both']];
        for (const peer of peers) {
          const { clientUs, serverUs } = await costOfRequests(ask(work, peer), { clients: CLIENTS, forMs, readBackends });
          costs.push({ work: work.name, subject: peer.name, clientUs, serverUs });
          lines.push([peer.name, ...[clientUs, serverUs, clientUs + serverUs].map((us) => us.toFixed(0))]);
        }
        printBlock(`${work.name}, ${CLIENTS} clients`, tableLines(lines));
        for (const peer of peers.filter(({ name }) => name.startsWith('Ringfence'))) {
          const times = await timeByLayer(() => closedLoop(ask(work, peer), CLIENTS, forMs));
          layers.push({ work: work.name, subject: peer.name, ...times });
          printBlock(`${work.name}: ${peer.name}, by layer`, linesOf(times));
        }
      }
      tell('profile', { costs, layers });
    } finally {
      await Promise.all(peers.map((peer) => peer.close()));
    }
    return [];
  },
};

function linesOf({ layers, functions }: TimeByLayer): string[] {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  const rows = [...layers, ...functions].map(({ name, share }) => [name, percent(share)]);
  return [...tableLines(rows.slice(0, layers.length)), 'most in', ...tableLines(rows.slice(layers.length)).map((line) => `  ${line}`)];
}
