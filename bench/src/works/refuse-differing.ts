import { chooseRequest } from '../data/choose-request.ts';
import type { DataSet } from '../data/data-set.ts';
import type { Peer } from '../peers/peer.ts';
import type { Work } from './works.ts';

const REQUESTS = 5;

/** Compares what all peers answer to the same requests, as JSON. @throws Error for the first that differs from the first peer, or has nothing. */
export async function refuseDiffering(peers: readonly Peer[], work: Work, data: DataSet): Promise<void> {
  const [base, ...others] = peers;
  if (!base || !work.isRead) return;
  for (let asked = 0; asked < REQUESTS; asked += 1) {
    const request = chooseRequest(data);
    const expected = JSON.stringify(await work.ask(base, request));
    if (expected.length < '[[],[]]'.length) throw new Error(`${work.name}: ${base.name} found nothing`);
    for (const peer of others) {
      const answer = JSON.stringify(await work.ask(peer, request));
      if (answer !== expected)
        throw new Error(`${work.name}: ${peer.name} answers ${answer.slice(0, 400)} and not ${expected.slice(0, 400)}`);
    }
  }
}
