import { closedLoop } from '../measure/closed-loop.ts';
import { type SpentByProcess, spentBetween } from './backend-cpu.ts';

/** Processor time of one request, microseconds, whatever else the machine does. */
export interface RequestCost {
  readonly clientUs: number;
  readonly serverUs: number;
}

export interface CostOptions {
  readonly clients: number;
  readonly forMs: number;
  readonly readBackends: () => Promise<SpentByProcess>;
}

/** Runs requests for a while and divides what this process and Postgres spent meanwhile. */
export async function costOfRequests(request: () => Promise<unknown>, { clients, forMs, readBackends }: CostOptions): Promise<RequestCost> {
  await closedLoop(request, clients, forMs / 4);
  const serverBefore = await readBackends();
  const clientBefore = process.cpuUsage();
  const { requests } = await closedLoop(request, clients, forMs);
  const { user, system } = process.cpuUsage(clientBefore);
  return { clientUs: (user + system) / requests, serverUs: spentBetween(serverBefore, await readBackends()) / requests };
}
