import { type BenchTenant, benchTenant } from '../data/bench-tenant.ts';
import { type DataSet } from '../data/data-set.ts';
import { numberedId } from '../data/numbered-id.ts';
import type { CallsDatabase } from '../data/start-calls-database.ts';
import { openKernelTransaction } from '../peers/kernel.ts';
import type { Peer } from '../peers/peer.ts';
import { interleave, type Samples, timeOf } from './interleave.ts';

const HOLDER = benchTenant(0);
const OTHER = benchTenant(1);

/** An update of organisation 1, while organisation 0 keeps a transaction with a changed row open, and while it doesn't. */
export async function timeLocks(database: CallsDatabase, { schema }: DataSet): Promise<Samples> {
  const peer = openKernelTransaction({ database, schema });
  const change = () => peer.write(OTHER, (queries) => queries.update(OTHER.orgId, numberedId('call', 1), 'Ada'));
  try {
    return await interleave({
      'while another organisation holds a row': async () => {
        const release = await hold(peer, HOLDER);
        const ms = await timeOf(change);
        await release();
        return ms;
      },
      'while nobody does': () => timeOf(change),
    });
  } finally {
    await peer.close();
  }
}

/** Changes a row and stays in its transaction until released. */
async function hold(peer: Peer, { orgId, caller, connectionId }: BenchTenant): Promise<() => Promise<void>> {
  const isHeld = Promise.withResolvers<void>();
  const isOver = Promise.withResolvers<void>();
  const done = peer.write({ orgId, caller, connectionId }, async (queries) => {
    await queries.update(orgId, numberedId('call', 0), 'Ada');
    isHeld.resolve();
    await isOver.promise;
  });
  await Promise.race([isHeld.promise, done]);
  return () => {
    isOver.resolve();
    return done;
  };
}
